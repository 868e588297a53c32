import type { Kept } from '../../src/domain/record.ts'

/** What the store adds to a record, for tests that have no store. */
export const kept = (key: string): Kept => ({
  key: key.padEnd(26, '0'),
  id: key,
  etag: '1',
  archived: false,
  archivedReason: null,
  createdAt: '2026-03-10T09:00:00Z',
  createdBy: 'Sam Senco',
  modifiedAt: '2026-03-10T09:00:00Z',
  modifiedBy: 'Sam Senco',
})
