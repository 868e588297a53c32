import { t } from '../../../words/t.ts'
import { Button, Radio, RadioGroup, Spinner, Text } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import { lateness } from '../../../documents/letters/chases.ts'
import { joinedNames } from '../../../documents/minutes/parts.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { Chase } from '../../../domain/records/chase.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passed } from '../../../ui/disclosure/passOn.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { chaseRows } from '../../../ui/letters/chaseRows.ts'
import { type ChaseOf, gatherChase, type ReadyChase } from '../../../ui/letters/gatherChase.ts'
import { lettersPassing, type Way } from './lettersOnTheirWay.ts'
import { PassedLine } from '../../../ui/disclosure/PassedLine.tsx'
import { useLogChases } from './useChases.ts'
import { useStepStyles } from './stepStyles.ts'

type State =
  | { readonly is: 'reading' }
  | { readonly is: 'ready'; readonly chase: ReadyChase }
  | { readonly is: 'failed'; readonly trouble: Trouble; again(): void }
  | { readonly is: 'gone'; readonly passed: Passed }

/**
 * A reminder as a letter, from any screen: `button` begins it with one click, `card` asks for whom it is, lets it go by
 * the ways of every document and logs it with the duty and the day it was due. Put `card` where there is room.
 */
export const useChaseLetter = (): {
  readonly button: (of: ChaseOf, words?: string) => ReactNode
  readonly start: (of: ChaseOf) => void
  readonly card: ReactNode
} => {
  const styles = useStepStyles()
  const services = useServices()
  const mayWrite = useMayWrite(Chase)
  const { log, trouble } = useLogChases()
  const [state, setState] = useState<State | null>(null)
  const [way, setWay] = useState<Way>('download')
  const today = services.today()
  const start = (of: ChaseOf) => {
    setState({ is: 'reading' })
    gatherChase(services.records, of, { schoolName: services.school.name, today }).then(
      (chase) => setState({ is: 'ready', chase }),
      (thrown: unknown) => setState({ is: 'failed', trouble: troubleOf(thrown), again: () => start(of) }),
    )
  }
  const button = (of: ChaseOf, words = t`Write chase letter`) =>
    mayWrite && (
      <Button appearance="primary" icon={<MailRegular />} onClick={() => start(of)}>
        {words}
      </Button>
    )
  const cardOf = (now: State): ReactNode => {
    switch (now.is) {
      case 'reading':
        return <Spinner size="tiny" label={t`Writing the letter`} style={{ justifyContent: 'flex-start' }} />
      case 'failed':
        return <TroubleNotice trouble={now.trouble} retry={now.again} />
      case 'gone':
        return (
          <>
            <PassedLine passed={now.passed} />
            {trouble && <Text role="alert">{t`The reminder isn’t logged: ${whyNotSaved(trouble)}.`}</Text>}
          </>
        )
      case 'ready': {
        const { batch, people, left, row } = now.chase
        return (
          <section
            className={styles.card}
            aria-label={people.length === 1 ? t`Chase letter` : t`Chase letters`}
          >
            <To people={people} today={today} />
            {left.length > 0 && (
              <Text>
                {t`Not written to:`} <Personal>{joinedNames(left.map(({ to }) => to.name))}</Personal>
                {t`. Open the review to see what is to be asked first.`}
              </Text>
            )}
            {people.length > 0 && (
              <>
                <RadioGroup
                  layout="horizontal"
                  aria-label={
                    people.length === 1 ? t`What to do with the letter` : t`What to do with the letters`
                  }
                  value={way}
                  onChange={(_, { value }) => setWay(value as Way)}
                >
                  <Radio
                    value="download"
                    label={people.length === 1 ? t`Download it` : t`Download them, a letter a page`}
                  />
                  <Radio
                    value="save"
                    label={t`Save ${people.length === 1 ? 'it' : 'them'} to the library and open in Word`}
                  />
                </RadioGroup>
                <PassOn
                  key={way}
                  passing={lettersPassing(batch, 'together', way, services, {
                    onGone: (file) => void log(chaseRows(row, people, today, file)),
                  })}
                  onDone={(passed) => setState({ is: 'gone', passed })}
                  onClose={() => setState(null)}
                />
              </>
            )}
          </section>
        )
      }
    }
  }
  return { button, start, card: state && cardOf(state) }
}

/** Whom the letters go to and how late each is; the duty that they quote. */
const To = ({ people, today }: { people: ReadyChase['people']; today: Day }) => {
  const styles = useStepStyles()
  const sources = [...new Set(people.map(({ owed }) => owed.due.why.source))]
  return (
    <div>
      {people.map(({ to, owed }) => (
        <Text block key={to.key ?? to.name}>
          {t`To`} <Personal>{to.name}</Personal>
          {to.organisation && `, ${to.organisation}`}: {lateness(owed, today)}.
        </Text>
      ))}
      {sources.length > 0 && (
        <Text className={styles.quiet}>
          {people.length === 1 ? t`It quotes` : t`They quote`} {sources.join('; ')}.
        </Text>
      )}
    </div>
  )
}
