import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import type { AccessRequest } from '../../../domain/records/accessRequest.ts'
import { Withholding } from '../../../domain/records/withholding.ts'
import { gatherPupil, type PupilFile } from '../../../export/pupilFile.ts'
import { type Candidate, decisionKey } from '../../../export/candidate.ts'
import { candidatesOf } from '../../../export/candidates.ts'
import { seenMark, standingOf } from '../../../export/redaction.ts'
import { useAbout, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { storeNew } from '../../../ui/storeNew.ts'

export type Choice = Pick<Withholding, 'decision'> &
  Partial<Pick<Withholding, 'redacted' | 'exemption' | 'reason'>>

/** The pupil's whole record, read now; from the start on, each visit reads it afresh. */
export const usePupilFile = (pupil: string, wanted: boolean) => {
  const { school, records, files } = useServices()
  return useQuery<PupilFile>({
    queryKey: ['pupilFile', school.id, pupil],
    queryFn: ({ signal }) => gatherPupil(records, files, pupil, { signal }),
    enabled: wanted,
    staleTime: 0,
    gcTime: 0,
  })
}

/** What has to be looked at, what was decided on it, and deciding: stored at once, one row for each field. */
export const useDecisions = (file: PupilFile, request: Stored<AccessRequest>) => {
  const { records, today } = useServices()
  const put = usePutStored()
  const answer = useAbout(Withholding, 'request', request.key)
  const decisions = useMemo(() => answer.data?.records ?? [], [answer.data])
  const candidates = useMemo(() => candidatesOf(file, decisions), [file, decisions])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)

  const store = async (candidate: Candidate, choice: Choice) => {
    const { recordType, record, field, text } = candidate
    const given = choice.decision === 'withhold' ? '' : choice.decision === 'redact' ? choice.redacted! : text
    const row = blank(Withholding, {
      request: request.key,
      recordType,
      record,
      field,
      exemption: null,
      ...choice,
      decidedOn: today(),
      seen: seenMark(candidate, given),
    })
    const key = decisionKey(request.key, recordType, record, field)
    const kept = decisions.find((each) => each.key === key)
    const list = records.store(Withholding)
    const stored = kept ? await list.update(kept, row) : await storeNew(list as never, row as never, key)
    put(Withholding, stored as Stored<unknown>)
  }
  const decide = async (some: readonly Candidate[], choice: Choice): Promise<boolean> => {
    setTrouble(null)
    setBusy(true)
    try {
      for (const candidate of some) await store(candidate, choice)
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  const undecided = candidates.filter((candidate) => standingOf(candidate, decisions).is !== 'decided').length
  return { answer, candidates, decisions, undecided, decide, trouble, busy }
}
