/**
 * The passwords that are tried first. Of the long ones nearly all are a common word, a walk over the keyboard or a
 * count, made longer with digits, signs or by repetition, so those are refused by rule and not one by one.
 */
const words = new Set(
  `abc abcd access account accords administrator admin agreement alexander alexandra amanda america andrew angel
  anthony apple arsenal asdf asdfgh asdfghjkl ashley august austin autumn babygirl badboy banana baseball basketball
  batman bailey beautiful bitcoin blink blahblah blue booboo boomer boston brandon buster butterfly cambridge camaro
  carlos changeme changeit charlie cheese chelsea chicken chocolate christian christmas christopher company computer
  cookie cooper corvette cowboy cracker daniel database dakota dallas december default demo desktop devil diamond
  doctor dolphin donald dragon eagle editor elephant elizabeth england enter europe everton expert falcon family
  february ferrari fire fish flower football forever france freedom friday friend friends fuckyou gabriel garden
  gateway george germany ginger giants gold golden goodbye google government guest guitar hallo hammer handsome
  hannah happy harley hello hellothere helpdesk hockey holiday home hottie house hunter iceman iloveyou iloveu internet
  jackson january jasmine jennifer jessica jesus jordan joseph joshua july june justin killer kitten kyiv knight
  lakers liverpool login london lovely loveme lover love lucky madison maggie manager march marina marine martin master
  matrix matthew maverick melissa mercedes merlin michael michelle mickey midnight miller minister ministry mickeymouse
  monday monkey monster morgan mother mountain mustang mypassword mysecret naruto natasha nathan negotiation network newyork
  nicole nintendo nothing november october office oliver operator orange packers pakistan panther paris passphrase
  passwd password passwort passw pass patrick peace peanut pepper phoenix player please pokemon police princess
  private prince purple pussy qazwsx qazwsxedc qwert qwerty qwertyui qwertyuiop rachel ranger rangers raiders rainbow
  readonly redsox rebecca robert root rosebud russia samantha samsung sample saturday scooter secret secure security
  september server service shadow silver simple slava slavaukraini smokey snoopy soccer sophie spider spiderman spring
  starwars startrek steelers steven strawberry student summer sunday sunflower sunshine super superman superstar
  supervisor support sweetheart sydney system taylor teacher telephone temp temporary tennis test tester testing
  testtest thomas thunder thursday tiger tigger timeline toor tracker trustno trustnoone treaty tuesday turtle
  ukraine ukraina unknown user username vagrant vanessa victoria victory vienna warrior washington watson wednesday
  welcome whatever william wilson window windows winner winter wizard wordpass work xavier yankees yellow
  zxcv zxcvbn zxcvbnm`
    .split(/\s+/)
    .filter(Boolean),
);

/** Texts that a lazy hand walks along, and their reverses. */
const walks = [
  "01234567890123456789012345678901234567890123456789",
  "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "!@#$%^&*()_+!@#$%^&*()_+",
].flatMap((walk) => [walk, [...walk].reverse().join("")]);

const lookalikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** What a text repeats: `secretsecret` is `secret` twice. */
const unrepeated = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

/** The fewest common words that the letters fall apart into; infinite where they do not. */
function countOfWords(letters: string): number {
  const fewest = [0];
  for (let end = 1; end <= letters.length; end++) {
    const counts = fewest.flatMap((count, start) =>
      words.has(letters.slice(start, end)) ? [count + 1] : [],
    );
    fewest.push(Math.min(...counts, Number.POSITIVE_INFINITY));
  }
  return fewest.at(-1) ?? Number.POSITIVE_INFINITY;
}

/** One word, or two run together; a phrase of words that are kept apart remains possible. */
const isCommonWord = (letters: string, most: number): boolean =>
  letters !== "" && letters.length <= 40 && countOfWords(unrepeated(letters)) <= most;

export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  if (new Set(text).size < 5) return true;
  if (walks.some((walk) => walk.includes(text) || walk.includes(unrepeated(text)))) return true;
  const core = text.replace(/[^\p{L}]+$/u, "");
  const asLetters = [...core].map((sign) => lookalikes[sign] ?? sign).join("");
  // A sign inside keeps words apart, whatever stands before and behind all of them.
  const isOneRun = !/\p{L}[^\p{L}\p{N}]+\p{L}/u.test(asLetters);
  return [text, asLetters].some((form) => isCommonWord(form.replace(/[^\p{L}]/gu, ""), isOneRun ? 2 : 1));
}
