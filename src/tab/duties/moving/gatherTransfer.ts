import type { AnyRecordType, Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { Service } from '../../../domain/records/service.ts'
import { leaversOf, untilLeft } from '../../../domain/rules/leaving.ts'
import { gatherPupil, type ListOfPupil, type PupilFile } from '../../../export/pupilFile.ts'
import type { Services } from '../../../ui/services.tsx'
import { orNone } from '../../../ui/orNone.ts'
import { filledLines } from '../../../ui/pupilLines.ts'

/** All that a transfer pack is made from: the pupil's whole record, and what its rows are described by. */
export type Gathered = { readonly file: PupilFile; readonly schools: readonly ListOfPupil[] }

/**
 * Reads a pupil's record for the next school, with support as it was given: what lines leave to their groups filled in,
 * ended with the last day. Problem `gone` where there is no such pupil.
 */
export const gatherTransfer = async (
  { records, files }: Pick<Services, 'records' | 'files'>,
  pupil: string,
): Promise<Gathered> => {
  const file = await gatherPupil(records, files, pupil)
  const list = async (type: typeof AssessmentTool | typeof Service): Promise<ListOfPupil> => ({
    type: type as AnyRecordType,
    records: (await orNone(records.store(type as AnyRecordType).all())).records as never,
  })
  const [tools, services] = await Promise.all([list(AssessmentTool), list(Service)])
  const lists = await Promise.all(
    file.lists.map(async (one) => {
      if (one.type.name !== 'Allocation') return one
      const own = one.records.filter(({ archived }) => !archived) as unknown as readonly Stored<Allocation>[]
      const lines = untilLeft(await filledLines(records, Promise.resolve(own)), leaversOf([file.pupil]))
      return { ...one, records: [...lines, ...one.records.filter(({ archived }) => archived)] as never }
    }),
  )
  return { file: { ...file, lists }, schools: [tools, services] }
}
