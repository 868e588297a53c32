import { t } from '../../words/t.ts'
import { showCount } from '../../domain/counted.ts'
import { Button, Field, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, CloudArrowUpRegular, TableAddRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { showMoney } from '../../domain/rules/money.ts'
import { showAcademicYear } from '../../domain/rules/schoolYear.ts'
import { listName, type MapInput, mapFigures, mapLines, mapYear } from '../../documents/provisionMap/input.ts'
import { type SheetChoice, usualSheets } from '../../documents/provisionMap/more.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import { AskPurpose } from '../../ui/disclosure/AskPurpose.tsx'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { MapRecords } from '../../ui/gatherMap.ts'
import { WorkNotice } from '../WorkNotice.tsx'
import { AskReplace } from './AskReplace.tsx'
import { levelsOn } from '../../domain/rules/levels.ts'
import { scopeOptions } from './scopes.ts'
import { type Costed, SheetChoices } from './SheetChoices.tsx'
import { useWorkbook } from './useWorkbook.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px' },
  title: { margin: 0 },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  main: { fontWeight: tokens.fontWeightSemibold },
  verbs: { display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Choose what the map shows, see what it comes to, and put it into the workbook or a file. */
export const MapPane = ({ records }: { records: MapRecords }) => {
  const styles = useStyles()
  const options = useMemo(() => {
    const held = records.provisions.map(({ level }) => level)
    return scopeOptions(
      records.pupils,
      records.allocations,
      levelsOn(records.levels ?? [], records.today, held),
    )
  }, [records])
  const [chosen, setChosen] = useState('school')
  const scope = (options.find(({ key }) => key === chosen) ?? options[0]!).scope
  const [sheets, setSheets] = useState<readonly SheetChoice[]>(usualSheets)
  const [costed, setCosted] = useState<Costed>('none')
  const [pupilsChosen, setPupilsChosen] = useState<readonly string[]>([])
  const inMap = useMemo(() => {
    const { lines } = mapLines({ ...records, scope })
    return [
      ...new Map(lines.map(({ pupil }) => [pupil.key, { key: pupil.key, text: listName(pupil) }])).values(),
    ]
  }, [records, scope])
  const ownMaps =
    costed === 'all'
      ? inMap.map(({ key }) => key)
      : costed === 'some'
        ? pupilsChosen.filter((key) => inMap.some((one) => one.key === key))
        : []
  const input: MapInput = { ...records, scope, sheets, ...(costed !== 'none' && { costed: ownMaps }) }
  const figures = mapFigures(input)
  const { work, show, dismiss, insert, insertBeside, insertInstead, passOn, needsPurpose, choosePurpose } =
    useWorkbook(input)
  const [asks, setAsks] = useState(false)
  const busy = work.is === 'working'
  const empty = figures.lines === 0
  const figure = (label: string, value: string, main?: true) => (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={main ? `${styles.value} ${styles.main}` : styles.value}>{value}</dd>
    </>
  )
  return (
    <div className={styles.all}>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>{t`Provision map`}</Text>
      <Field label={t`Show`}>
        <TypeAhead
          options={options}
          value={chosen}
          required
          readOnly={busy}
          onChosen={(key) => {
            setChosen(key ?? 'school')
            setAsks(false)
            dismiss()
          }}
        />
      </Field>
      <dl className={styles.figures} aria-label={t`What the map comes to`}>
        {figure(t`School year`, showAcademicYear(mapYear(input)))}
        {figure(t`Pupils`, showCount(figures.pupils))}
        {figure(t`Lines`, showCount(figures.lines))}
        {figure(t`Cost`, showMoney(figures.totalPence), true)}
        {figures.unfinished > 0 && figure(t`Lines not finished`, showCount(figures.unfinished))}
      </dl>
      {figures.unfinished > 0 && (
        <Text
          size={200}
          className={styles.quiet}
        >{t`A line without a rate, hours or a group size counts as nothing. The map says what each one needs.`}</Text>
      )}
      {!empty && (
        <SheetChoices
          sheets={sheets}
          onSheets={setSheets}
          costed={costed}
          onCosted={setCosted}
          pupils={inMap}
          chosen={pupilsChosen}
          onChosen={setPupilsChosen}
          readOnly={busy}
        />
      )}
      {empty && (
        <Text role="status">{t`Nothing runs here this school year. Choose another part, or add provision in Teams.`}</Text>
      )}
      <div className={styles.verbs}>
        <Button
          appearance="primary"
          icon={<TableAddRegular />}
          disabled={busy || empty}
          onClick={() => (needsPurpose() ? setAsks(true) : void insert())}
        >{t`Insert provision map`}</Button>
        <Button
          icon={<ArrowDownloadRegular />}
          disabled={busy || empty}
          onClick={() => passOn('download')}
        >{t`Download .xlsx`}</Button>
        <Button
          icon={<CloudArrowUpRegular />}
          disabled={busy || empty}
          onClick={() => passOn('save')}
        >{t`Save to the library`}</Button>
      </div>
      {asks && (
        <AskPurpose
          question={t`Why are you making this map?`}
          about={t`It shows pupils with EHC plans. Who makes it, when and why is noted for the SENCO.`}
          onChosen={(purpose) => {
            setAsks(false)
            choosePurpose(purpose)
            void insert()
          }}
        />
      )}
      {work.is === 'passing' && (
        <PassOn
          key={`${work.way} ${chosen}`}
          passing={work.passing}
          onDone={(passed) => show({ is: 'done', ...passed })}
          onClose={dismiss}
        />
      )}
      {work.is === 'asking' && (
        <AskReplace
          maps={work.maps}
          onReplace={() => void insertInstead(work.maps)}
          onBeside={() => void insertBeside()}
          onCancel={dismiss}
        />
      )}
      <WorkNotice work={work} onDismiss={dismiss} />
    </div>
  )
}
