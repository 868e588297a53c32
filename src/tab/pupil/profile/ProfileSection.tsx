import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'

/** The one-page profile of a pupil, and what staff see of it. */
export const ProfileSection = ({ pupil: _ }: { pupil: Stored<Pupil> }) => null
