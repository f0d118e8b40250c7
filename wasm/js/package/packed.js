// Bytes in the text of a script: a character each, which compresses as the bytes do.

/** The bytes of a text. */
export function unpacked(text) {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return bytes;
}
