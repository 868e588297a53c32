import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'

/** What happened, on the day it happened. */
export const ChronologySection = ({ pupil: _ }: { pupil: Stored<Pupil> }) => null
