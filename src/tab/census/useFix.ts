import { t } from '../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem, type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import type { Finding } from '../../domain/rules/census.ts'
import { fixPlan } from '../../jobs/editPupils.ts'
import { applySteps } from './applySteps.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useRunner } from '../jobs/useJobs.ts'
import { useGo } from '../routes.ts'

/** Puts right what a census check found: one pupil at once with Undo, or all of a rule as a job. */
export const useFix = (pupils: ReadonlyMap<string, Stored<Pupil>>, needs: readonly Stored<Need>[]) => {
  const services = useServices()
  const client = useQueryClient()
  const put = usePutStored()
  const say = useSay()
  const runner = useRunner()
  const { go } = useGo()
  const mayWrite = useMayWrite(Pupil)
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const planOf = async (findings: readonly Finding[], title: string) => {
    const periods = await services.records.store(StatusPeriod).allWithArchived()
    const rows = new Map<string, Stored<unknown>>([
      ...pupils,
      ...needs.map((need) => [need.key, need] as const),
    ])
    const fixes = findings.flatMap(({ pupil, fix }) =>
      fix.is === 'click' ? [{ pupil, writes: fix.writes }] : [],
    )
    return fixPlan(fixes, { rows, periods: periods.records }, title)
  }
  const attempt = async (on: string, work: () => Promise<void>) => {
    setBusy(on)
    setTrouble(null)
    try {
      await work()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
    setBusy(null)
  }
  const readAgain = () => client.invalidateQueries({ queryKey: ['records', services.school.id] })
  return {
    busy,
    trouble,
    mayWrite,
    fix: (finding: Finding) =>
      attempt(finding.pupil, async () => {
        const plan = await planOf([finding], 'Census')
        if (plan.steps.length === 0)
          throw new Problem({ code: 'changed', mine: null, theirs: null }, 'A fix of a census fits no more')
        const undo = await applySteps(services.records, plan.steps, put)
        say(
          t`Put right`,
          () =>
            void undo().then(
              () => undefined,
              (thrown: unknown) => {
                setTrouble(troubleOf(thrown))
                return readAgain()
              },
            ),
        )
      }),
    fixAll: (title: string, findings: readonly Finding[]) =>
      attempt('all', async () => {
        const { key } = await runner.start(await planOf(findings, t`Census: ${title}`.slice(0, 160)))
        go({ at: 'records', section: 'jobs', key })
      }),
  }
}
