import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { AccessRequest } from '../../../domain/records/accessRequest.ts'
import { fieldOf } from '../../../domain/record.ts'
import { recordTypeNamed } from '../../../domain/records/index.ts'
import { saidOf } from '../../../domain/fields.ts'
import { exemptionsCheck, Withholding } from '../../../domain/records/withholding.ts'
import type { PupilFile } from '../../../export/pupilFile.ts'
import { type Candidate } from '../../../export/candidate.ts'
import { staffPolicy, standingOf } from '../../../export/redaction.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { CandidateCard } from './CandidateCard.tsx'
import { MakeFolder } from './MakeFolder.tsx'
import { OtherFields } from './OtherFields.tsx'
import { useDecisions } from './useLookThrough.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px', width: '100%' },
  group: { display: 'flex', flexDirection: 'column', gap: '8px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})
const most = 25

/** The entries in which something has to be decided, each with its fields together. */
const entriesOf = (candidates: readonly Candidate[]): (readonly Candidate[])[] => {
  const entries = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const id = `${candidate.recordType}.${candidate.record}`
    entries.set(id, [...(entries.get(id) ?? []), candidate])
  }
  return [...entries.values()]
}

/** What has to be looked at before the record is given, with what was decided; then the folder. */
export const LookThrough = ({
  file,
  request,
  onCounted,
}: {
  file: PupilFile
  request: Stored<AccessRequest>
  onCounted: (undecided: number) => void
}) => {
  const styles = useStyles()
  const { answer, candidates, decisions, undecided, decide, trouble, busy } = useDecisions(file, request)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [shown, setShown] = useState(most)
  const mayWrite = useMayWrite(Withholding) && request.state === 'open'
  useEffect(() => onCounted(undecided), [onCounted, undecided])
  // What was taken into the list by hand must not be out of sight at once.
  const lookAt: typeof decide = (some, choice) => {
    setOnlyOpen(false)
    return decide(some, choice)
  }
  const standing = (candidate: Candidate) => standingOf(candidate, decisions)
  const entries = entriesOf(candidates).filter(
    (entry) => !onlyOpen || entry.some((candidate) => standing(candidate).is !== 'decided'),
  )
  return (
    <Loaded queries={[answer]} shape={<Waiting />}>
      {() => (
        <div className={styles.all}>
          <NotRead file={file} />
          <div className={styles.group}>
            <ProgressBar
              aria-label={t`Decided`}
              value={candidates.length - undecided}
              max={Math.max(1, candidates.length)}
            />
            <div className={styles.head}>
              <Text role="status">{t`${candidates.length - undecided} of ${candidates.length} decided`}</Text>
              <Switch
                label={t`Only what is left to decide`}
                checked={onlyOpen}
                onChange={(_, { checked }) => setOnlyOpen(checked)}
              />
            </div>
            <Text size={200} className={styles.quiet}>
              {staffPolicy} {exemptionsCheck}
            </Text>
          </div>
          {trouble && <TroubleNotice trouble={trouble} />}
          {entries.slice(0, shown).map((entry) => (
            <section key={entry[0]!.id} className={styles.group} aria-label={entry[0]!.list}>
              <div className={styles.head}>
                <Text weight="semibold">{headingOf(file, entry[0]!)}</Text>
                {mayWrite && entry.length > 1 && entry.some((each) => standing(each).is !== 'decided') && (
                  <Button
                    size="small"
                    appearance="subtle"
                    disabled={busy}
                    onClick={() =>
                      void decide(
                        entry.filter((each) => standing(each).is !== 'decided'),
                        { decision: 'give', redacted: null, exemption: null },
                      )
                    }
                  >{t`Give the rest of this entry`}</Button>
                )}
              </div>
              {entry.map((candidate) => (
                <CandidateCard
                  key={candidate.id}
                  candidate={candidate}
                  standing={standing(candidate)}
                  busy={busy}
                  readOnly={!mayWrite}
                  onDecide={(choice) => void decide([candidate], choice)}
                />
              ))}
            </section>
          ))}
          {entries.length > shown && (
            <div>
              <Button
                onClick={() => setShown((count) => count + most)}
              >{t`Show ${Math.min(most, entries.length - shown)} more of ${entries.length - shown}`}</Button>
            </div>
          )}
          {mayWrite && <OtherFields file={file} candidates={candidates} busy={busy} onDecide={lookAt} />}
          <MakeFolder file={file} request={request} decisions={decisions} undecided={undecided} />
        </div>
      )}
    </Loaded>
  )
}

/** `Chronology · 28 Feb 2026`: the list, and the day or kind by which a person knows the entry. */
const headingOf = ({ lists }: PupilFile, { recordType, record, list }: Candidate): string => {
  const type = recordTypeNamed(recordType)
  const found = lists.find((each) => each.type.name === recordType)?.records.find(({ key }) => key === record)
  const telling = ['happenedOn', 'meetingDate', 'from', 'received'].find(
    (name) => type && found && name in (type.fields as object) && typeof found[name] === 'string',
  )
  const said = type && found && telling ? saidOf(fieldOf(type, telling), found[telling]) : ''
  return said ? `${list} · ${said}` : list
}

const NotRead = ({ file: { unreadable, leftOut } }: { file: PupilFile }) =>
  unreadable.length + leftOut.length === 0 ? null : (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {unreadable.map(({ list, rows }) => (
          <span key={list}>{t`${list}: ${
            rows === 1
              ? t`a row that may be about this pupil can’t`
              : t`${rows} rows that may be about this pupil can’t`
          } be read. Mend it in SharePoint first, or it is not in the folder. `}</span>
        ))}
        {leftOut.length > 0 && t`You don’t have access to: ${leftOut.join(', ')}. It is not in the folder.`}
      </MessageBarBody>
    </MessageBar>
  )
