import { entriesInWords, t } from '../../words/t.ts'
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import type { Stored } from '../../domain/record.ts'
import { recipients } from '../../domain/records/disclosure.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Finding } from '../../domain/rules/wrongChild.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { TroubleNotice } from '../Loaded.tsx'
import { AskPurpose } from './AskPurpose.tsx'
import { FoundStep } from './FoundStep.tsx'
import type { Passed, Passing } from './passOn.ts'
import { type Recipient, usePassOn, type Watch } from './usePassOn.ts'
import { Watched } from './Watched.tsx'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
    ':focus': { outline: 'none' },
  },
  title: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  plain: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  quiet: { color: tokens.colorNeutralForeground2 },
  working: { justifyContent: 'flex-start' },
})

type Props = {
  passing: Passing
  /** Shows a finding in the open document; where there is none, the text is shown here. */
  onShow?: (finding: Finding, paragraphs: readonly TextParagraph[]) => void
  onDone: (passed: Passed) => void
  onClose: () => void
}

/**
 * Before a document goes: whom it is for, then whether another child is in it. Nothing found: it goes at once.
 * Otherwise each place is shown, to be mended or let go all the same; every passing on is logged.
 */
export const PassOn = (props: Props) => <Watched>{(watch) => <Card {...props} {...watch} />}</Watched>

const titleOf = (findings: number | null): string =>
  findings === null
    ? t`Who is this for?`
    : findings === 0
      ? t`Before this goes`
      : t`${findings} ${findings === 1 ? 'place' : 'places'} to look at before this goes`

const Card = ({
  passing,
  onShow,
  onDone,
  onClose,
  ...watch
}: Props & Watch & { pupils: readonly Stored<Pupil>[] }) => {
  const styles = useStyles()
  const id = useId()
  const card = useRef<HTMLElement>(null)
  const { state, needsPurpose, isLogged, choosePurpose, look, letGo } = usePassOn(passing, watch, onDone)
  useEffect(() => {
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [state.is, needsPurpose])
  if (needsPurpose)
    return (
      <AskPurpose
        question={t`Why are you passing this on?`}
        about={t`Passing on what is kept about a pupil is noted for the SENCO, with the reason.`}
        onChosen={choosePurpose}
      />
    )
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-labelledby={id}>
      <Text as="h2" id={id} size={400} weight="semibold" className={styles.title}>
        {titleOf(state.is === 'found' ? state.findings.length : null)}
      </Text>
      {state.is === 'asking' && (
        <>
          <Text className={styles.quiet}>
            {t`${passing.title}. Before it goes we look for other children in its text.`}
            {!isLogged && t` Passing on isn’t logged here.`}
          </Text>
          <div className={styles.buttons}>
            {entriesInWords(recipients).map(([code, words]) => (
              <Button key={code} className={styles.plain} onClick={() => void look(code as Recipient)}>
                {words}
              </Button>
            ))}
            <Button appearance="subtle" onClick={onClose}>{t`Cancel`}</Button>
          </div>
        </>
      )}
      {state.is === 'working' && (
        <output>
          <Spinner size="tiny" label={state.words} className={styles.working} />
        </output>
      )}
      {state.is === 'failed' && <TroubleNotice trouble={state.trouble} retry={state.again} />}
      {state.is === 'found' && (
        <FoundStep
          found={state}
          inIt={passing.about.length}
          unread={watch.unread}
          pupils={watch.pupils}
          verb={passing.verb}
          onShow={onShow}
          onAgain={() => void look(state.recipient)}
          onGo={(reason) => void letGo(state, reason)}
          onClose={onClose}
        />
      )}
    </section>
  )
}
