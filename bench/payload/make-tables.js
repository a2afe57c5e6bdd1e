/** Lets Payload make its tables in the file that PAYLOAD_DATABASE names, as it does when it is developed with. */
import { getPayload } from "payload";
import config from "./payload.config.js";

await getPayload({ config });
process.exit();
