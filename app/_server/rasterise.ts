/** SVG to PNG without a browser and without the machine's fonts: the same picture everywhere. */
import { Resvg } from "@resvg/resvg-js";
import { sans, serif } from "#components/picture/palette.ts";
import { pictureFonts } from "./picture-fonts.ts";

const first = (families: string): string => families.split(",")[0] ?? families;

/** A PNG of the given width in pixels. */
export function rasterise(svg: string, width: number): Buffer {
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      fontFiles: pictureFonts(),
      loadSystemFonts: false,
      defaultFontFamily: first(sans),
      sansSerifFamily: first(sans),
      serifFamily: first(serif),
    },
  });
  return picture.render().asPng();
}
