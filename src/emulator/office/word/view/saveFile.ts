const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Gives the person the file, as a download. */
export const saveFile = (bytes: Uint8Array, name: string): void => {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: docxType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
