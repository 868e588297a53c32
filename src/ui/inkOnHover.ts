/**
 * For buttons that hold words in a colour of their own. High contrast draws a button under the pointer black on bright:
 * white words in it could not be read, so all of them take the button's own colour there.
 */
export const inkOnHover = { '&:hover *': { color: 'inherit' } } as const
