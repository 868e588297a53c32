import { t } from '../../../words/t.ts'
import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { counted, showCount } from '../../../domain/counted.ts'
import { show } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import { fullName, Pupil } from '../../../domain/records/pupil.ts'
import { londonDay, showDay } from '../../../domain/rules/day.ts'
import { transferPlan } from '../../../jobs/transferPlan.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import type { PackState } from './usePackIn.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', width: '100%' },
  wide: { overflowX: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: { margin: 0 },
  list: { margin: 0, paddingLeft: '20px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** What bringing in a pack would do, list by list; nothing is stored yet. */
export const PackPreview = ({
  state,
  onTake,
  onStore,
  onAgain,
}: {
  state: PackState & { is: 'looking' }
  onTake: (field: string, theirs: boolean) => void
  onStore: () => void
  onAgain: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { pack, target, takes } = state
  const preview = useMemo(() => transferPlan(pack, target, takes, today), [pack, target, takes, today])
  const { steps } = preview.plan
  const { index, pupil } = pack
  const conflicts = preview.pupil.filter(({ fills }) => !fills)
  const filled = preview.pupil.filter(({ fills }) => fills)
  const said = (field: string, value: Parameters<typeof show>[1]) =>
    show(fieldOf(Pupil, field), value) || t`nothing`
  return (
    <div className={styles.part}>
      <Text>
        {t`From ${index.from.school}, made ${showDay(londonDay(new Date(index.made)))}, about ${fullName(pupil.record)}, born ${showDay(pupil.record.dateOfBirth)}. Every part has the SHA-256 that its index says. Nothing is stored yet.`}
      </Text>
      <Text weight="semibold">
        {target.pupil
          ? t`Goes to ${fullName(target.pupil)}, who is here already.`
          : t`Nobody here has this UPN: a new pupil is made, admitted today. Class and admission day are yours to put right.`}
      </Text>
      <div className={styles.wide}>
        <Table size="small" aria-label={t`What would become of each list`}>
          <TableHeader>
            <TableRow>
              {[t`List`, t`New`, t`Brought back`, t`Here already`, t`Differs: ours stays`].map((words) => (
                <TableHeaderCell key={words}>{words}</TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {preview.lists.map(({ type, fresh, back, same, differ }) => (
              <TableRow key={type.name}>
                <TableCell>{type.list}</TableCell>
                {[fresh, back, same, differ].map((count, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- four columns, always the same
                  <TableCell key={at}>{showCount(count)}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {filled.length > 0 && (
        <Text>{t`Filled in, as nothing is here yet: ${filled.map(({ label }) => label).join(', ')}.`}</Text>
      )}
      {conflicts.length > 0 && (
        <div role="group" aria-label={t`Where the pack says otherwise`}>
          <Text as="h3" weight="semibold" className={styles.title}>{t`Where the pack says otherwise`}</Text>
          <Text block className={styles.quiet}>{t`Ours stays unless you tick theirs.`}</Text>
          {conflicts.map(({ field, label, ours, theirs }) => (
            <Checkbox
              key={field}
              label={t`${label}: take “${said(field, theirs)}” in place of our “${said(field, ours)}”`}
              checked={takes.has(field)}
              onChange={(_, { checked }) => onTake(field, checked === true)}
            />
          ))}
        </div>
      )}
      {preview.refused.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t`${counted(preview.refused.length, 'entry', 'entries')} can’t be stored and would be left: ${preview.refused
              .slice(0, 8)
              .map(({ list, row, why }) => `${list} ${row} (${why})`)
              .join('; ')}`}
          </MessageBarBody>
        </MessageBar>
      )}
      {preview.readOnly.length > 0 && (
        <Text>
          {t`To be read in the pack’s workbook, not stored here, as your map, timetable and money hold what your school gives: ${preview.readOnly.map(({ list, rows }) => `${list} (${rows})`).join(', ')}.`}
        </Text>
      )}
      {preview.unlinked > 0 && (
        <Text className={styles.quiet}>
          {t`${counted(preview.unlinked, 'link')} to such entries would be blank.`}
        </Text>
      )}
      {index.leftOut.length > 0 && (
        <>
          <Text as="h3" weight="semibold" className={styles.title}>{t`What the other school kept`}</Text>
          <ul className={styles.list}>
            {index.leftOut.map(({ list, what, count, why }) => (
              <li key={`${list}${what}${why}`}>
                <Text>{t`${list}, ${what} (${count}): ${why}`}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={steps.length === 0} onClick={onStore}>
          {steps.length === 0
            ? t`All of it is here already`
            : t`Bring in ${counted(steps.length, 'entry', 'entries')}`}
        </Button>
        <Button onClick={onAgain}>{t`Choose another pack`}</Button>
      </div>
    </div>
  )
}
