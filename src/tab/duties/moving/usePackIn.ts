import { useState } from 'react'
import { t } from '../../../words/t.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { sha256 } from '../../../export/hash.ts'
import { gatherPupil, type ListOfPupil } from '../../../export/pupilFile.ts'
import { readTransferPack, type TransferPack } from '../../../export/transfer/readTransferPack.ts'
import type { Plan } from '../../../jobs/plan.ts'
import { matchOf, type PackMatch } from '../../../jobs/transferMatch.ts'
import { transferPlan, type TransferTarget } from '../../../jobs/transferPlan.ts'
import { useServices } from '../../../ui/services.tsx'
import { useRunner } from '../../jobs/useJobs.ts'

/** Who the pack's pupil is to be here: one of the school, a new one, or not said yet. */
export type Chosen = { readonly is: 'one'; readonly pupil: Stored<Pupil> } | { readonly is: 'new' }

export type PackState =
  | { readonly is: 'choosing'; readonly why?: string; readonly trouble?: Trouble }
  | { readonly is: 'reading' }
  /** A person says whose it is. */
  | { readonly is: 'asking'; readonly pack: TransferPack; readonly match: PackMatch & { is: 'doubtful' } }
  | {
      readonly is: 'looking'
      readonly pack: TransferPack
      readonly target: TransferTarget
      readonly takes: ReadonlySet<string>
      readonly trouble?: Trouble
    }
  | { readonly is: 'working'; readonly plan: Plan; readonly job: string; readonly pupil: string }

/** Larger than any pack: not even read. */
const largest = 300_000_000

/** A pack of another school from the file to the job that stores it. Nothing is stored before `store`. */
export const usePackIn = (wanted: Stored<Pupil> | null) => {
  const { records, today } = useServices()
  const runner = useRunner()
  const [state, setState] = useState<PackState>({ is: 'choosing' })
  const failed = (thrown: unknown) => setState({ is: 'choosing', trouble: troubleOf(thrown) })

  const lookAt = async (pack: TransferPack, chosen: Chosen) => {
    setState({ is: 'reading' })
    try {
      let lists: readonly ListOfPupil[] = []
      if (chosen.is === 'one') lists = (await gatherPupil(records, null, chosen.pupil.key)).lists
      const target = { pupil: chosen.is === 'one' ? chosen.pupil : null, lists }
      setState({ is: 'looking', pack, target, takes: new Set() })
    } catch (thrown) {
      failed(thrown)
    }
  }
  const choose = async (file: File) => {
    if (file.size > largest) {
      setState({ is: 'choosing', why: t`This file is larger than any transfer pack, so it is not read.` })
      return
    }
    setState({ is: 'reading' })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const read = await readTransferPack(bytes, await sha256(bytes))
      if ('refused' in read) {
        setState({ is: 'choosing', why: read.refused })
        return
      }
      const all = (await records.store(Pupil).allWithArchived()).records
      const match = matchOf(read.pack, all, wanted)
      if (match.is === 'no') setState({ is: 'choosing', why: match.why })
      else if (match.is === 'doubtful') setState({ is: 'asking', pack: read.pack, match })
      else await lookAt(read.pack, match.is === 'here' ? { is: 'one', pupil: match.pupil } : { is: 'new' })
    } catch (thrown) {
      failed(thrown)
    }
  }
  const store = async (looking: PackState & { is: 'looking' }) => {
    const { pack, target, takes } = looking
    const { plan } = transferPlan(pack, target, takes, today())
    try {
      const { key } = await runner.start(plan)
      setState({ is: 'working', plan, job: key, pupil: target.pupil?.key ?? pack.pupil.key })
    } catch (thrown) {
      setState({ ...looking, trouble: troubleOf(thrown) })
    }
  }
  return {
    state,
    choose,
    lookAt,
    store,
    take: (field: string, theirs: boolean) => {
      if (state.is !== 'looking') return
      const takes = new Set(state.takes)
      if (theirs) takes.add(field)
      else takes.delete(field)
      setState({ ...state, takes })
    },
    again: () => setState({ is: 'choosing' }),
  }
}
