/** Text that Excel would read as a formula if somebody typed it. Written, it keeps the mark that makes it text. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@'\t\r\n]/.test(text)
