import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { WordingFinding } from '../../domain/wording/types.ts'
import { Personal } from '../hiddenDetails.tsx'
import { Why } from '../Why.tsx'
import { missingSaid, quoted, whyOfFinding } from './findingWords.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  one: { overflowWrap: 'anywhere' },
  mark: {
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorPaletteDarkOrangeForeground1,
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
  },
  show: { minWidth: 0, padding: '0 6px', height: '24px', verticalAlign: 'baseline' },
})

/** More than this are folded away until they are asked for. */
const most = 5

/** Notes on wording one under another, each with its words, what is missing, why, and a way to the place. */
export const MarkList = ({
  findings,
  lines,
  elsewhere = false,
  showWords = t`Show`,
  onShow,
}: {
  findings: readonly WordingFinding[]
  /** The text has several lines: a note on one of them says which. */
  lines: boolean
  /** The text itself isn't in sight: what a line doesn't say leads to it too. */
  elsewhere?: boolean
  showWords?: string
  onShow: (finding: WordingFinding) => void
}) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const shown = open ? findings : findings.slice(0, most)
  return (
    <>
      <ul className={styles.list}>
        {shown.map((finding) => (
          <li key={`${finding.rule} ${finding.from}`} className={styles.one}>
            <Text size={200}>
              {finding.line ? (
                <>
                  <Why why={whyOfFinding(finding)}>{t`Not said`}</Why>
                  {lines && (
                    <>
                      {t` in `}
                      <Personal>“{quoted(finding.words)}”</Personal>
                    </>
                  )}
                  : {missingSaid(finding)}
                </>
              ) : (
                <>
                  <Personal>
                    <mark className={styles.mark}>{quoted(finding.words)}</mark>
                  </Personal>{' '}
                  {finding.says} <Why why={whyOfFinding(finding)}>{t`Why`}</Why>
                </>
              )}
            </Text>
            {(!finding.line || lines || elsewhere) && (
              <Button
                size="small"
                appearance="subtle"
                className={styles.show}
                aria-label={`${showWords} “${quoted(finding.words)}”`}
                onClick={() => onShow(finding)}
              >
                {showWords}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {findings.length > most && (
        <div>
          <Button size="small" appearance="subtle" className={styles.show} onClick={() => setOpen(!open)}>
            {open ? t`Show fewer` : t`Show ${findings.length - most} more`}
          </Button>
        </div>
      )}
    </>
  )
}
