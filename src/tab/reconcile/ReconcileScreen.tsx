import { t } from '../../words/t.ts'
import { Field, makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../domain/counted.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import { useSchool } from '../../ui/useSchool.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { Trail } from '../Trail.tsx'
import { Differences } from './Differences.tsx'
import { ListSlot } from './ListSlot.tsx'
import { useComparison } from './useComparison.ts'
import { type Ours, useOurs } from './useOurs.ts'
import { useKept } from './useKept.ts'
import { useSlot } from './useSlot.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  slots: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: '16px',
    alignItems: 'start',
    maxWidth: '1100px',
  },
})

/** Our records, the MIS export and the authority's list of plans: what differs, and what to do about it. */
export const ReconcileScreen = () => {
  const ours = useOurs()
  const school = useSchool()
  return (
    <Page
      title={t`Compare lists`}
      above={
        <Trail steps={[{ words: t`Register`, route: { at: 'register', query: new URLSearchParams() } }]} />
      }
    >
      <Loaded queries={[ours, school]} shape={<Waiting />}>
        {(known, settings) => <Comparing ours={known} home={settings?.localAuthority ?? null} />}
      </Loaded>
    </Page>
  )
}

const Comparing = ({ ours, home }: { ours: Ours; home: string | null }) => {
  const styles = useStyles()
  const [mis, authority] = [useSlot('mis'), useSlot('authority')]
  const [{ authority: named }, keep] = useKept()
  const pupils = ours.existing.pupils.filter(({ archived }) => !archived)
  const names = [
    ...new Set([...(home ? [home] : []), ...pupils.flatMap(({ localAuthority }) => localAuthority ?? [])]),
  ].toSorted()
  const name = named === undefined ? (names.length === 1 ? names[0]! : home) : named
  const compared = useComparison(ours, mis, authority, name)
  const unread = ours.existing.unreadable?.length ?? 0
  return (
    <>
      <Text className={styles.quiet}>
        {t`Ours: ${counted(pupils.length, 'pupil')} on record`}
        {unread > 0 &&
          t`; ${counted(unread, 'row')} can’t be read and ${unread === 1 ? 'is' : 'are'} not compared`}
        {t`. Choose one of the other lists or both.`}
      </Text>
      <Text
        className={styles.quiet}
      >{t`The lists are read on this device and stored nowhere. They stay here, with what you ticked and typed, while this tab is open, also when you go to another page; when you close it you choose them again. What you settle is kept in SharePoint, and is not asked again.`}</Text>
      <div className={styles.slots}>
        <ListSlot
          slot={mis}
          title={t`MIS export`}
          what={t`MIS export`}
          about={t`An Excel or CSV export of pupils with UPN, name, date of birth, year, class, SEN status and needs.`}
        />
        <ListSlot
          slot={authority}
          title={t`Authority’s list of EHC plans`}
          what={t`list from the authority`}
          about={t`The list of pupils with EHC plans that your authority’s SEND team sends. Compare one authority at a time.`}
        >
          <Field
            label={t`Whose list it is`}
            hint={t`Plans that another authority keeps are not looked for on it.`}
          >
            <TypeAhead
              options={names.map((one) => ({ key: one, text: one }))}
              value={name}
              required={false}
              readOnly={false}
              onChosen={(name) => keep((was) => ({ ...was, authority: name }))}
            />
          </Field>
        </ListSlot>
      </div>
      {compared && <Differences compared={compared} ours={ours} authority={name} />}
    </>
  )
}
