import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import type { Local } from './harness.ts'

/** The records of the first school as another person of it, the SENCO, reads them. */
export const recordsOf = ({ server: { emulator } }: Local) =>
  connect({
    school: localConfig.schools[0]!,
    token: async () => emulator.admin.tokenFor('senco'),
    send: emulator.handle,
  }).records
