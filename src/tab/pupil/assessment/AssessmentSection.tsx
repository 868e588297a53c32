import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'

export const AssessmentSection = (_: { pupil: Stored<Pupil> }) => null
