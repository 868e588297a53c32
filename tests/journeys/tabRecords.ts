import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import type { Local } from './harness.ts'

/** The records of a school, the first unless said, as another person of it, the SENCO, reads them. */
export const recordsOf = ({ server: { emulator } }: Local, id = 'oakfield') =>
  connect({
    school: localConfig.schools.find((school) => school.id === id)!,
    token: async () => emulator.admin.tokenFor('senco'),
    send: emulator.handle,
  }).records
