export const buildLocal: (options?: { force?: boolean }) => Promise<boolean>
