/** Twice what is printed at most: sharp on paper, small in the file. */
const most = { width: 1_000, height: 400 }
/** Where a drawing names no size of its own. */
const usual = { width: 600, height: 240 }

/**
 * The picture as a PNG of a size for a letterhead, whatever kind the browser reads: nothing but its pixels comes along,
 * no place and time of a photo, no script of a drawing. Null where it can't be read.
 */
export const logoPng = async (file: Blob): Promise<Uint8Array<ArrayBuffer> | null> => {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const width = image.naturalWidth || usual.width
    const height = image.naturalHeight || usual.height
    const isDrawing = file.type === 'image/svg+xml'
    const fit = Math.min(most.width / width, most.height / height)
    const share = isDrawing ? fit : Math.min(1, fit)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * share))
    canvas.height = Math.max(1, Math.round(height * share))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    return made && new Uint8Array(await made.arrayBuffer())
  } catch {
    // What the browser can't draw it refuses with an error of its own kind.
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
