/** Pixels of the longer side: enough to know a face by, too few to print. */
const side = 320

/** A picture made small and square round its middle, as JPEG: what a camera writes into a file (place, time) is left behind. */
export const photoFile = async (file: Blob): Promise<Uint8Array> => {
  const picture = await createImageBitmap(file)
  try {
    const crop = Math.min(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = Math.min(side, crop)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No canvas to draw on')
    context.drawImage(
      picture,
      (picture.width - crop) / 2,
      (picture.height - crop) / 2,
      crop,
      crop,
      0,
      0,
      canvas.width,
      canvas.height,
    )
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    if (!made) throw new Error('No picture came of it')
    return new Uint8Array(await made.arrayBuffer())
  } finally {
    picture.close()
  }
}
