import { inWords, t } from '../../../words/t.ts'
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { phraseKinds, WordingChoice } from '../../../domain/records/wordingChoice.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { wordingRuleOf } from '../../../domain/wording/rules.ts'
import { wordingSettings } from '../../../domain/wording/settings.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useWordingChoices } from '../../../ui/wording/useWording.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { RuleList } from './RuleList.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  heading: { margin: 0, paddingTop: '16px' },
})

const nameOf = ({ does, rule, phrase }: WordingChoice) =>
  does === 'own' ? `“${phrase}”` : (wordingRuleOf(rule ?? '')?.name ?? t`A rule that is no more`)

const Summary = ({ choice }: { choice: Stored<WordingChoice> }) => (
  <TwoLines
    first={`${inWords(WordingChoice.fields.does.choices[choice.does])}: ${nameOf(choice)}`}
    second={[
      choice.does === 'own' && inWords(phraseKinds[choice.kind ?? 'any']),
      choice.until ? t`${showDay(choice.from)} to ${showDay(choice.until)}` : t`from ${showDay(choice.from)}`,
      choice.says ?? choice.why,
    ]
      .filter(Boolean)
      .join(' · ')}
  />
)

/** What the school has settled about the wording checker, and every rule that it marks by. */
export const WordingSection = () => {
  const styles = useStyles()
  const today = useServices().today()
  return (
    <section className={styles.part} aria-label={t`Wording`}>
      <Text
        className={styles.quiet}
      >{t`While you write provision, outcomes, targets and actions, words that leave open what a child gets are marked with the reason. Nothing is rewritten and nothing is stopped. Your school can stop marking a rule, or have its own phrases marked.`}</Text>
      <Loaded queries={[useWordingChoices()]} shape={<Waiting />}>
        {(choices) => {
          const { off } = wordingSettings(choices.records, today)
          const law = [...off].filter((id) => ['must', 'should'].includes(wordingRuleOf(id)?.strength ?? ''))
          return (
            <>
              <Unreadable listings={[choices]} />
              {law.map((id) => (
                <MessageBar key={id} intent="warning" layout="multiline">
                  <MessageBarBody>
                    <MessageBarTitle>{t`Not marked: ${wordingRuleOf(id)!.name}`}</MessageBarTitle>
                    {t`Your school stopped marking it. It is still asked for: ${wordingRuleOf(id)!.source}.`}
                  </MessageBarBody>
                </MessageBar>
              ))}
              <RecordCards
                type={WordingChoice}
                records={choices.records.toSorted((a, b) => (a.from < b.from ? 1 : -1))}
                summary={(choice) => <Summary choice={choice} />}
                groups={[{ fields: ['does', 'rule', 'why', 'phrase', 'kind', 'says', 'from', 'until'] }]}
                add={{
                  words: t`Add a choice`,
                  given: { from: today },
                  fields: ['does', 'rule', 'why', 'phrase', 'kind', 'says', 'from'],
                }}
                empty={{
                  title: t`All rules are followed`,
                  todo: t`Add a choice to stop a rule, with the reason, or to have a phrase of your own marked.`,
                }}
              />
              <Text
                as="h2"
                size={500}
                weight="semibold"
                className={styles.heading}
              >{t`What is marked, and who says so`}</Text>
              <RuleList off={off} today={today} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
