import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import type { Effect, Suggestion } from '../../../domain/rules/suggestion.ts'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    maxWidth: '720px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

/** What the figures suggest, for a person to take or leave: nothing is stored before. */
export const SuggestionBar = ({
  line,
  suggestion,
  busy,
  onUse,
}: {
  line: Stored<Allocation>
  suggestion: Suggestion | null
  busy: boolean
  onUse: (effect: Effect) => void
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Allocation)
  const [left, setLeft] = useState(false)
  if (!suggestion || (left && line.effect === null)) return null
  const said = line.effect && inWords(Allocation.fields.effect.choices[line.effect]).toLowerCase()
  if (line.effect === suggestion.effect)
    return (
      <Text>
        {t`You said that it worked:`} {said}.{' '}
        <Why why={suggestion.why}>{t`The figures suggest the same`}</Why>
      </Text>
    )
  return (
    <section className={styles.bar} aria-label={t`What the figures suggest`}>
      <Text>{suggestion.words}.</Text>
      <div className={styles.buttons}>
        {said && <Text>{t`You said: ${said}.`}</Text>}
        {mayWrite && (
          <>
            <Button
              size="small"
              appearance="primary"
              disabled={busy}
              onClick={() => onUse(suggestion.effect)}
            >{t`Use it`}</Button>
            {line.effect === null && (
              <Button size="small" disabled={busy} onClick={() => setLeft(true)}>{t`Not`}</Button>
            )}
          </>
        )}
        <Why why={suggestion.why}>{t`Why`}</Why>
      </div>
    </section>
  )
}
