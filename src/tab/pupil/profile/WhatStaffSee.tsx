import { t } from '../../../words/t.ts'
import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Publication } from '../../../domain/records/publication.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import {
  isHere,
  type Part,
  profileOn,
  publicationKeyOf,
  publishedParts,
  type PublishSources,
  type Shown,
  staffCopiesOf,
  staleness,
  ticksOf,
  usualTicks,
} from '../../../domain/rules/publish.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { Changes } from '../../../ui/publish/Changes.tsx'
import { factsOf, inOrder, OnePage } from '../../../ui/publish/OnePage.tsx'
import { usePublicationOf } from '../../../ui/publish/usePublicationOf.ts'
import { usePublishing } from '../../../ui/publish/usePublishing.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'
import { DisposeCopies } from './DisposeCopies.tsx'

const useStyles = makeStyles({
  ticks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 230px), 1fr))',
    alignItems: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  preview: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
})

/** What a teacher sees of this pupil, part by part; nothing reaches staff before the button is pressed. */
export const WhatStaffSee = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const today = useServices().today()
  const lists = usePublicationOf(pupil.key)
  return (
    <Loaded
      queries={[lists.needs, lists.outcomes, lists.profiles, lists.publications, lists.shown, lists.targets]}
      shape={<Waiting />}
    >
      {(needs, outcomes, profiles, publications, shown, targets) => (
        <>
          <Unreadable listings={[needs, outcomes, publications, shown, targets]} />
          <Choosing
            sources={{
              pupil,
              needs: needs.records,
              outcomes: outcomes.records,
              profile: profileOn(profiles.records, today),
            }}
            publication={publications.records.find(({ key }) => key === publicationKeyOf(pupil.key)) ?? null}
            shown={{ profiles: shown.records, targets: targets.records }}
          />
        </>
      )}
    </Loaded>
  )
}

const Choosing = ({
  sources,
  publication,
  shown,
}: {
  sources: PublishSources
  publication: Stored<Publication> | null
  shown: Shown
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { pupil } = sources
  const mayWrite = useMayWrite(Publication)
  const acts = usePublishing(pupil.key)
  const chosen = publication ? ticksOf(publication) : usualTicks
  const [changed, setChanged] = useState<Partial<Record<Part, boolean>>>({})
  const ticks = { ...chosen, ...changed }
  const copies = staffCopiesOf({ ...sources, publication: ticks, today, by: null })
  const everything = staffCopiesOf({ ...sources, publication: usualTicks, today, by: null })
  const out = shown.profiles.length + shown.targets.length > 0
  const here = isHere(pupil, today)
  const changes = out && here ? staleness(shown, copies) : []
  const chosenAnew = publishedParts.some(({ part }) => ticks[part] !== chosen[part])
  const says = (part: Part) =>
    part === 'targets' ? everything.targets.length > 0 : everything.profile.record[part] !== null
  const after = (work: Promise<boolean>) => void work.then((done) => done && setChanged({}))
  return (
    <>
      <Text>{standing(publication, out)}</Text>
      {!here && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {out
              ? t`This pupil has left or the record is archived, and staff still see what follows. Withdraw it.`
              : t`This pupil has left or the record is archived: nothing more is published.`}
          </MessageBarBody>
        </MessageBar>
      )}
      {here && (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend style={{ padding: 0 }}>
            <Text
              className={styles.quiet}
            >{t`Staff always see the name, the year, the class and the SEN status of a published pupil. Tick what else:`}</Text>
          </legend>
          <div className={styles.ticks}>
            {publishedParts.map(({ part, label, from }) => (
              <Checkbox
                key={part}
                label={
                  <>
                    {label}
                    <Text block size={200} className={styles.quiet}>
                      {says(part) ? from : t`Nothing recorded yet`}
                    </Text>
                  </>
                }
                checked={ticks[part]}
                disabled={!mayWrite || acts.busy}
                onChange={(_, { checked }) => setChanged({ ...changed, [part]: checked === true })}
              />
            ))}
          </div>
        </fieldset>
      )}
      {changes.length > 0 && <Changes title={t`Changed since published`} changes={changes} />}
      {acts.trouble && <TroubleNotice trouble={acts.trouble} />}
      {mayWrite ? (
        <div className={styles.buttons}>
          {here && (!out || changes.length > 0 || chosenAnew) && (
            <Button appearance="primary" disabled={acts.busy} onClick={() => after(acts.publish(ticks))}>
              {acts.busy ? t`Publishing` : out ? t`Publish changes` : t`Publish to staff`}
            </Button>
          )}
          {out && (
            <Button
              disabled={acts.busy}
              onClick={() => after(acts.withdraw())}
            >{t`Withdraw from staff`}</Button>
          )}
        </div>
      ) : (
        <Text className={styles.quiet}>{t`You may read this but not publish. The SENCO does.`}</Text>
      )}
      {mayWrite && !out && publication?.state === 'withdrawn' && <DisposeCopies pupil={pupil.key} />}
      {here && (
        <section className={styles.preview} aria-label={t`Preview`}>
          <Text size={200} className={styles.quiet}>
            {out && changes.length === 0
              ? t`This is what staff see now`
              : t`This is what staff will see once you publish`}
          </Text>
          <div>
            <Text as="h3" block size={500} weight="semibold" style={{ margin: 0 }}>
              <PupilName pupil={pupil} />
            </Text>
            <Text block className={styles.quiet}>
              {factsOf(copies.profile.record)}
            </Text>
          </div>
          <OnePage
            headings="h4"
            profile={copies.profile.record}
            targets={inOrder(copies.targets.map(({ record }) => record))}
          />
        </section>
      )}
      <Text
        size={200}
        className={styles.quiet}
      >{t`Everybody whom the staff site lets in can read this, whichever class they teach. What is withdrawn is gone from the list at once; SharePoint keeps earlier versions of a row for those who look there.`}</Text>
    </>
  )
}

const standing = (publication: Publication | null, out: boolean): string => {
  if (!publication)
    return out ? t`Staff see something of this pupil.` : t`Staff see nothing of this pupil yet.`
  const said = `${showDay(publication.on)}${publication.by ? t` by ${publication.by}` : ''}`
  return publication.state === 'published'
    ? `Published ${said}.`
    : `Withdrawn ${said}. Staff see nothing of this pupil.`
}
