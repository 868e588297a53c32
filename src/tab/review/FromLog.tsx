import { t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { showDay } from '../../domain/rules/day.ts'
import { deliveredSentence, unreadWords } from '../../domain/rules/ledgerWords.ts'
import { Share, StandingMark } from '../../ui/ledger/LedgerMarks.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'

const useStyles = makeStyles({
  log: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '6px 10px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { flexBasis: '260px', flexGrow: 1, overflowWrap: 'anywhere' },
})

/** That rows of the log are left out of what stands below, or all of it. */
export const LogUnread = ({ file: { ledger } }: { file: ReviewFile }) => {
  const words = ledger ? unreadWords(ledger.unreadable) : null
  return words ? (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  ) : null
}

/** What the log of sessions says of a line since the last review; it is written into the review only when accepted. */
export const FromLog = ({
  file: { ledger },
  line,
  row,
}: {
  file: ReviewFile
  line: string
  row: Stored<ProvisionReview> | null
}) => {
  const styles = useStyles()
  const sums = ledger?.lines.get(line)
  const words = sums && deliveredSentence(sums)
  if (!ledger || !sums || !words) return null
  return (
    <div className={styles.log}>
      <StandingMark sums={sums} />
      <Share sums={sums} />
      <span className={styles.words}>
        {words}
        <Text
          size={200}
          block
        >{t`Logged from ${showDay(ledger.from)} to ${showDay(ledger.until)}${ledger.began ? t`, since sessions are logged` : ''}`}</Text>
      </span>
      {row && !row.delivered && <Take row={row} words={words} />}
    </div>
  )
}

const Take = ({ row, words }: { row: Stored<ProvisionReview>; words: string }) => {
  const { doIt, busy, trouble } = useRecordAct(ProvisionReview, row)
  const mayWrite = useMayWrite(ProvisionReview)
  if (!mayWrite) return null
  const act = {
    words: t`Write it as delivered`,
    said: t`Written as delivered`,
    changes: () => ({ delivered: words }),
  }
  return (
    <>
      <Button size="small" disabled={busy} onClick={() => void doIt(act)}>{t`Write it as delivered`}</Button>
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}.`}</Text>}
    </>
  )
}
