export const findBrowser: () => string | null
export const ensureBrowser: () => string
