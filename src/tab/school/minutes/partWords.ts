/** What stands where the child's name will be. */
export const someName = 'the child'

/** What was opened to be written in is written in at once. */
export const focusOn = (input: HTMLInputElement | null): void => input?.focus()
