const halves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Text in which half a character, as a cut leaves it or somebody pasted it, is the sign for what can't be shown. */
export const wholeCharacters = (text: string): string => text.replace(halves, '\uFFFD')
