import { t } from '../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import { DocumentSearchRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { AuthorityPack } from '../../domain/records/authorityPack.ts'
import { openFile } from '../../host/openFile.ts'
import { formAbility } from '../../host/wordForm.ts'
import { placesOf } from '../../ui/form/recognised.ts'
import { type OpenForm, usePacks } from '../../ui/form/usePacks.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { FillForm } from './FillForm.tsx'
import { MapPlaces } from './MapPlaces.tsx'
import { Reading } from './Reading.tsx'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

const noFiles = t`This Word doesn’t give its file to add-ins. In Teams it works all the same: School, Authorities’ forms sets a form up, and each review fills it.`

/** Which form this is, and how much of it is known. */
const About = ({ open }: { open: OpenForm }) => {
  const all = placesOf(open.file)
  const { pack, compared, placing } = open
  if (pack && compared) {
    const { fresh, gone } = compared
    return (
      <Text>{t`This is ${pack.authority}’s form, ${pack.form}${pack.version ? `, ${pack.version}` : ''}: ${all - fresh.length} places known, ${fresh.length} new, ${gone.length} gone.`}</Text>
    )
  }
  if (pack)
    return (
      <Text>{t`${pack.authority}’s form, ${pack.form}${pack.version ? `, ${pack.version}` : ''}: ${all} places.`}</Text>
    )
  const placed = Object.keys(placing.mapping.fields).length + Object.keys(placing.mapping.tables).length
  return (
    <Text>{t`None of your forms is like this one. ${all} places found; ${placed} of them got something from the record by their labels. Look through them: a wrong one looks like a right one until somebody reads it.`}</Text>
  )
}

/** The authority's form that is open in Word: found, put right, kept, and filled where a review is chosen. */
export const FormDesk = ({
  reviewKey,
  onBusy,
}: {
  reviewKey: string | null
  onBusy: (busy: boolean) => void
}) => {
  const styles = useStyles()
  const packs = usePacks()
  const known = useAll(AuthorityPack)
  const [asked, setAsked] = useState<'places' | 'fill' | null>(null)
  const [filled, setFilled] = useState(false)
  if (!formAbility().reads) return <Text>{noFiles}</Text>
  const { open, trouble } = packs
  const settled = open?.pack !== null && open?.compared?.fresh.length === 0
  const which = reviewKey === null ? 'places' : (asked ?? (settled ? 'fill' : 'places'))
  return (
    <Loaded queries={[known]} shape={<Reading />}>
      {({ records }) => (
        <div className={styles.whole}>
          {!open && (
            <Text
              className={styles.quiet}
            >{t`Open the authority’s own empty form in Word. Its places are found, each gets a proposal from the record, and you put right what is wrong by clicking in the document.`}</Text>
          )}
          <div className={styles.row}>
            <Button
              appearance={open ? 'subtle' : 'primary'}
              size={open ? 'small' : 'medium'}
              icon={<DocumentSearchRegular />}
              disabledFocusable={packs.busy || filled}
              onClick={() => {
                setAsked(null)
                void packs.look(() => openFile(t`Reading this form`), records)
              }}
            >
              {open ? t`Read it again` : t`Find the places of this form`}
            </Button>
            {packs.busy && <Spinner size="tiny" label={t`Working`} />}
          </div>
          {typeof trouble === 'string' ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{trouble}</MessageBarBody>
            </MessageBar>
          ) : (
            trouble && <TroubleNotice trouble={trouble} />
          )}
          {open && placesOf(open.file) === 0 && (
            <Text>{t`No place to fill was found in this document. Is it the authority’s empty form? One that is filled already has no empty places.`}</Text>
          )}
          {open && placesOf(open.file) > 0 && (
            <>
              <About open={open} />
              {reviewKey !== null && (
                <TabList
                  size="small"
                  aria-label={t`What to do with this form`}
                  selectedValue={which}
                  onTabSelect={(_, { value }) => setAsked(value as 'places' | 'fill')}
                >
                  <Tab value="places">{t`Places`}</Tab>
                  <Tab value="fill">{t`Fill`}</Tab>
                </TabList>
              )}
              {which === 'places' && filled && (
                <Text>{t`The form is filled now. Put the empty one back under Fill to change what goes where.`}</Text>
              )}
              {which === 'places' && !filled && <MapPlaces key={open.key} packs={packs} open={open} />}
              {reviewKey !== null && (
                <div hidden={which !== 'fill'}>
                  <FillForm
                    key={open.key}
                    open={open}
                    reviewKey={reviewKey}
                    onBusy={onBusy}
                    onFilled={setFilled}
                  />
                </div>
              )}
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}
