import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { FamilyLetter } from '../../../documents/letters/familyLetters.ts'
import { fullName } from '../../../domain/records/pupil.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  page: {
    padding: '12px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '640px' },
  prefers: { color: tokens.colorStatusWarningForeground1 },
})

/** Each letter as it will read, one after the other: to whom, what they prefer, and the text filled in. */
export const LetterPreview = ({
  letters,
  language,
}: {
  letters: readonly FamilyLetter[]
  /** In which the letter is written; null: English. */
  language: string | null
}) => {
  const styles = useStyles()
  const [wanted, setWanted] = useState(0)
  // Fewer are chosen than before: the last of them.
  const at = Math.min(wanted, letters.length - 1)
  const { pupil, to, subject, text } = letters[at]!
  const prefer = letters.filter((one) => one.to.language !== null).length
  return (
    <section className={styles.part} aria-label={t`Preview`}>
      <div className={styles.bar}>
        <Button
          size="small"
          icon={<ChevronLeftRegular />}
          disabled={at === 0}
          onClick={() => setWanted(at - 1)}
        >{t`Letter before`}</Button>
        <output>
          <Text>{t`${at + 1} of ${letters.length}`}</Text>
        </output>
        <Button
          size="small"
          icon={<ChevronRightRegular />}
          iconPosition="after"
          disabled={at === letters.length - 1}
          onClick={() => setWanted(at + 1)}
        >{t`Letter after`}</Button>
        {prefer > 0 && (
          <Text>{t`${prefer} of these families say which language or format they prefer: each stands with its letter.`}</Text>
        )}
      </div>
      <div className={styles.page} role="group" aria-label={t`Letter ${at + 1}`}>
        <Text className={styles.text}>
          <Personal>{t`To ${to.name}, about ${fullName(pupil)}`}</Personal>
        </Text>
        <Text className={styles.text}>
          <Personal>{to.address ?? ''}</Personal>
        </Text>
        {to.language && (
          <Text className={styles.prefers} block>
            {t`Prefers: ${to.language}. This letter is written in ${language ?? t`English`}.`}
          </Text>
        )}
        <Text block weight="semibold" style={{ paddingTop: '8px' }}>
          <Personal>{subject}</Personal>
        </Text>
        <Text className={styles.text}>
          <Personal>{text}</Personal>
        </Text>
      </div>
    </section>
  )
}
