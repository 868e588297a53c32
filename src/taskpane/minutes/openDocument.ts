/**
 * The open document as it was last read, with what the file says of itself; read again after every insertion. What
 * reads it is fetched by the first reading.
 */
export const openDocumentQuery = {
  queryKey: ['openDocument'],
  queryFn: async () => (await import('../../host/wordUpdate.ts')).readOpenMinutes(),
  staleTime: Number.POSITIVE_INFINITY,
}
