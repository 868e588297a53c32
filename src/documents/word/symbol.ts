/** Signs of Word's own symbol fonts that people put into a text, by font and code. */
const known: Readonly<Record<string, string>> = {
  'wingdings fc': '✓',
  'wingdings fb': '✗',
  'wingdings fe': '☑',
  'wingdings fd': '☒',
  'wingdings a8': '☐',
  'wingdings e0': '→',
  'wingdings 4a': '☺',
  'wingdings 4c': '☹',
  'symbol b7': '•',
  'symbol ae': '→',
  'symbol a3': '≤',
  'symbol b3': '≥',
  'symbol b0': '°',
}

/** What stands for a `w:sym`: the sign where it is known, an empty square where only its font could show it. */
export const symbolText = (font: string, char: string): string => {
  const code = Number.parseInt(char, 16)
  if (Number.isNaN(code)) return ''
  if (code < 0xe000 || code > 0xf8ff) return String.fromCodePoint(code)
  return known[`${font.toLowerCase()} ${(code & 0xff).toString(16)}`] ?? '□'
}
