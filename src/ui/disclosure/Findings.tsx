import { t } from '../../words/t.ts'
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Finding } from '../../domain/rules/wrongChild.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { Personal } from '../hiddenDetails.tsx'
import { StatusMark } from '../StatusMark.tsx'
import { excerptOf, kindWords, placeWords, whoWords } from './findingWords.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  finding: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  current: { border: `2px solid ${tokens.colorBrandStroke1}`, padding: '7px 9px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    outline: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
})

/** What the guard found, one under another, each with its place. */
export const Findings = ({
  findings,
  paragraphs,
  pupils,
  current,
  showWords,
  onShow,
}: {
  findings: readonly Finding[]
  paragraphs: readonly TextParagraph[]
  pupils: readonly Stored<Pupil>[]
  current: number | null
  showWords: string
  onShow: (index: number) => void
}) => {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label={t`What was found`}>
      {findings.map((finding, index) => {
        const { before, found, after } = excerptOf(paragraphs[finding.paragraph]!.text, finding)
        const who = whoWords(finding, pupils)
        return (
          <li
            key={`${finding.paragraph} ${finding.from} ${finding.kind}`}
            className={mergeClasses(styles.finding, index === current && styles.current)}
          >
            <StatusMark
              status={finding.strength === 'certain' ? 'overdue' : 'dueSoon'}
              word={
                finding.strength === 'certain'
                  ? kindWords(finding)
                  : t`Look at it: ${kindWords(finding).toLowerCase()}`
              }
            />
            <Personal>
              <Text>
                {before}
                <mark className={styles.mark}>{found}</mark>
                {after}
              </Text>
            </Personal>
            {who && (
              <Text size={200} className={styles.quiet}>
                <Personal>{who}</Personal>
                {finding.sameFamily && t` · the same surname: a brother or sister may be meant`}
              </Text>
            )}
            <Text size={200} className={styles.quiet}>
              {placeWords(paragraphs, finding.paragraph)}
            </Text>
            <Button size="small" onClick={() => onShow(index)}>
              {showWords}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
