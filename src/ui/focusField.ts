/**
 * Puts the cursor into a field of the form that is shown, or is about to be; of one record where its key is given.
 * Gives up after a second.
 */
export const focusField = (name: string, record: string | null = null, tries = 20): void => {
  setTimeout(() => {
    const row = `[data-field="${name}"]${record ? `[data-record="${record}"]` : ''}`
    const control = document.querySelector<HTMLElement>(`${row} :is(input, textarea)`)
    if (control) control.focus()
    else if (tries > 0) focusField(name, record, tries - 1)
  }, 50)
}
