/** Puts the cursor into a field of the form that is shown, or is about to be; gives up after a second. */
export const focusField = (name: string, tries = 20): void => {
  setTimeout(() => {
    const control = document.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea)`)
    if (control) control.focus()
    else if (tries > 0) focusField(name, tries - 1)
  }, 50)
}
