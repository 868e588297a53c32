import { inWords, t } from '../../../words/t.ts'
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { PupilDocument } from '../../../domain/records/pupilDocument.ts'
import { Review } from '../../../domain/records/review.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'
import { AddingLine } from './AddingLine.tsx'
import { useAddDocuments } from './useAddDocuments.ts'

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '12px',
    marginBottom: '12px',
    maxWidth: '900px',
    boxSizing: 'border-box',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { color: tokens.colorNeutralForeground1Hover, backgroundColor: tokens.colorNeutralBackground1Hover },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
const nameOf = (path: string) => path.split('/').at(-1)!

/** Where SharePoint opens each file of the pupils’ folder, by its path. */
const useOpening = (wanted: boolean) => {
  const { files, school } = useServices()
  return useQuery({
    queryKey: ['folder', school.id, 'Documents'],
    queryFn: async () => {
      const entries = await files.list('senco', 'Documents')
      return new Map(entries.map(({ name, webUrl }) => [`Documents/${name}`, webUrl]))
    },
    enabled: wanted,
  })
}

/** The papers about a pupil: newest first, each with who wrote it and where it lies. */
export const DocumentsSection = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const documents = useAbout(PupilDocument, 'pupil', pupil.key)
  const reviews = useAbout(Review, 'pupil', pupil.key)
  const opening = useOpening((documents.data?.records ?? []).some(({ file }) => file))
  const mayWrite = useMayWrite(PupilDocument)
  const { today } = useServices()
  return (
    <Loaded queries={[documents, reviews]} shape={<Waiting />}>
      {(list, reviewList) => (
        <>
          <Unreadable listings={[list]} />
          {mayWrite && <Drop pupil={pupil} />}
          <RecordCards
            type={PupilDocument}
            records={list.records.toSorted((a, b) =>
              (a.dated ?? a.received ?? '') < (b.dated ?? b.received ?? '') ? 1 : -1,
            )}
            summary={(document) => (
              <TwoLines
                first={document.title}
                second={joined(
                  inWords(PupilDocument.fields.kind.choices[document.kind]),
                  document.author && t`by ${document.author}`,
                  document.dated
                    ? showDay(document.dated)
                    : document.received && t`received ${showDay(document.received)}`,
                )}
              />
            )}
            aside={(document) => {
              const address = document.file && opening.data?.get(document.file)
              return address ? (
                <Link href={address} target="_blank" rel="noreferrer">{t`Open`}</Link>
              ) : (
                document.file && opening.isSuccess && <Text>{t`Not in the library any more`}</Text>
              )
            }}
            above={(document) =>
              document.file && <Text size={200}>{t`In the library as ${nameOf(document.file)}`}</Text>
            }
            groups={[{ fields: ['title', 'kind', 'author', 'dated', 'received', 'review', 'where'] }]}
            options={{
              review: reviewList.records.map((review) => ({
                key: review.key,
                text: joined(
                  inWords(Review.fields.type.choices[review.type]),
                  review.meetingDate && showDay(review.meetingDate),
                ),
              })),
            }}
            add={{
              words: t`Note a paper that is kept elsewhere`,
              given: { pupil: pupil.key, kind: 'other', received: today() },
              fields: ['title', 'kind', 'author', 'dated', 'received', 'where'],
            }}
            empty={{
              title: t`No document yet`,
              todo: t`The EHC plan, reports and letters: each with its date and who wrote it, so that a review can list them.`,
            }}
          />
        </>
      )}
    </Loaded>
  )
}

const Drop = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const { adding, add, again, giveUp } = useAddDocuments(pupil)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void add([...event.dataTransfer.files])
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the button is the first */}
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button onClick={() => input.current?.click()}>{t`Add documents`}</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t`Documents`}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            target.value = ''
            void add(files)
          }}
        />
        <Text
          className={styles.quiet}
        >{t`Or drop them here. They go into your SENCO library under initials and date; the title stays here.`}</Text>
      </div>
      {adding.map((one) => (
        <AddingLine
          key={one.key}
          adding={one}
          onAgain={() => void again(one)}
          onGiveUp={() => giveUp(one.key)}
        />
      ))}
    </>
  )
}
