import { t } from '../../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { paperKinds, paperName } from '../../../documents/papers/paper.ts'
import { transitionPaper } from '../../../documents/papers/transitionPaper.ts'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import { moveDay } from '../../../domain/duties/transitions.ts'
import type { Stored } from '../../../domain/record.ts'
import { Profile } from '../../../domain/records/profile.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Transition } from '../../../domain/records/transition.ts'
import { TransitionVisit } from '../../../domain/records/transitionVisit.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { orNone } from '../../../ui/orNone.ts'
import { PaperCard } from '../../../ui/papers/PaperCard.tsx'
import { aboutOf, useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'

type Props = { pupil: Stored<Pupil>; transition: Stored<Transition>; context: DutyContext }

/** The plan on paper, for the family and the next school: offered as a button, made when asked. */
export const TransitionPlanPaper = (props: Props) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        style={{ alignSelf: 'flex-start' }}
        icon={<DocumentRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`Plan on paper`}</Button>
      {open && <Paper {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const Paper = ({ pupil, transition, context, onClose }: Props & { onClose: () => void }) => {
  const services = useServices()
  const mayWrite = useMayWrite(Transition)
  const visits = useQuery({
    ...aboutOf(services, TransitionVisit, 'pupil', pupil.key),
    queryFn: () => orNone(services.records.store(TransitionVisit).about('pupil', pupil.key)),
  })
  return (
    <Loaded queries={[visits, useAbout(Profile, 'pupil', pupil.key), useSchool()]} shape={<Waiting />}>
      {(all, profiles, school) => {
        const file = { pupil, school, schoolName: services.school.name, today: context.today }
        const own = all.records.filter(({ transition: of }) => of === transition.key)
        const moves = moveDay(transition, context)
        return (
          <PaperCard
            title={t`Transition plan on paper`}
            says={t`Who is there, what worries, what helps, the first days and the dates. Another child’s name, such as a buddy’s, is left out.`}
            mayWrite={mayWrite}
            onClose={onClose}
            paper={{
              what: paperKinds.transition.called,
              name: paperName('transition', file, transition.key),
              pupil,
              adults: [transition.keyAdult, pupil.keyAdult, school?.senco ?? null],
              days: [moves, transition.began, transition.agreedOn, ...own.map(({ on }) => on)],
              content: async () =>
                transitionPaper({
                  ...file,
                  transition,
                  visits: own,
                  otherSchool: context.moving?.schoolOf(transition.transfer) ?? null,
                  moves,
                  profile: profiles.records.toSorted((a, b) => b.from.localeCompare(a.from))[0] ?? null,
                }),
            }}
          />
        )
      }}
    </Loaded>
  )
}
