import { t } from '../../words/t.ts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { holdsPlanData, type PlanTold } from '../../domain/rules/planData.ts'
import { AskPurpose } from './AskPurpose.tsx'
import { LoggedLine } from './LoggedLine.tsx'
import { useLogGuard } from './logGuard.ts'
import { arrived, type Task, taskHere } from './task.ts'
import { useLog } from './useLog.ts'

/**
 * Before EHC plan data is read, why; then the place, with how that was logged above it. Pupils without a plan are
 * shown at once. Who comes from a task of Today isn't asked: the task is the reason, and the row says so. Where
 * SharePoint takes no rows, the place opens and says that nothing is logged.
 */
export const OpeningGate = ({
  pupil,
  what,
  ofPlan = false,
  task: given = null,
  aside,
  children,
}: {
  pupil: PlanTold & { readonly key: string }
  /** The kind of thing that is opened: `Pupil’s record`. */
  what: string
  /** Plan data whatever the pupil's status says now: a review. */
  ofPlan?: boolean
  /** What it is opened for, where it opens inside the task itself. */
  task?: Task | null
  aside?: ReactNode
  /** Not drawn, and so not read, before a reason is there. */
  children: ReactNode
}) => {
  const { log, state } = useLog()
  const guard = useLogGuard()
  const line = useRef<HTMLDivElement>(null)
  const chosenHere = useRef(false)
  // Once the place was opened unasked it isn't covered again while somebody works in it.
  const [unasked, setUnasked] = useState(false)
  const { key } = pupil
  const [task, setTask] = useState<Task | null>(() => given ?? taskHere(key))
  const logs = ofPlan || holdsPlanData(pupil)
  const purpose = logs ? (task?.purpose ?? log.purposeFor(key)) : null
  useEffect(() => {
    arrived(task)
    return task ? log.workOn(key, task) : undefined
  }, [log, key, task])
  useEffect(() => {
    if (!purpose) return
    log.opened(key, what, task)
    // The button that had the focus is gone: the next Tab goes on from here.
    if (chosenHere.current) line.current?.focus({ preventScroll: true })
    chosenHere.current = false
  }, [log, key, what, purpose, task])
  if (!logs) return children
  if (state.is === 'shut' && !purpose && !unasked) setUnasked(true)
  if (!purpose && !unasked && state.is !== 'shut')
    return (
      <AskPurpose
        question={t`Why are you opening this?`}
        about={t`This record is about an EHC plan. Who opens it, when and why is noted for the SENCO.`}
        onChosen={(chosen) => {
          chosenHere.current = true
          log.choose(key, chosen)
        }}
      />
    )
  return (
    <>
      <LoggedLine
        ref={line}
        purpose={purpose}
        task={task}
        state={state}
        guard={guard}
        aside={aside}
        onChange={(chosen) => {
          setTask(null)
          log.choose(key, chosen)
        }}
        onAgain={() => {
          setUnasked(false)
          log.again()
        }}
      />
      {children}
    </>
  )
}
