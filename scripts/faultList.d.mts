/** A mistake to plant: what it is, in which file, and the text that is replaced. */
export const faults: readonly { readonly fault: string; readonly file: string; readonly from: string }[]
