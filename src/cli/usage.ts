export const usage = `npm run make -- minutes --pupil UPN|any --out FILE.docx [--review KEY]
npm run make -- letter --kind KIND --pupil UPN|any --out FILE.docx [--review KEY] [--to NAME]
npm run make -- provision-map --out FILE.xlsx [--year 4 | --pupil UPN | --level targeted] [--sheets NAMES] [--costed UPNS]
npm run make -- import FILE
npm run make -- copy --out FILE.zip [--versions]
npm run make -- restore --file FILE.zip
npm run make -- subject-access --pupil UPN --out FOLDER
npm run -s make -- reconcile [--ours FILE] [--mis FILE] [--authority FILE] [--authority-name NAME]
npm run -s make -- clock --file CASES.json [--limits LIMITS.json]
npm run -s make -- cost --file CASES.json [--rulebook NAME|FILE]
npm run -s make -- dpia --out FILE.docx

minutes        the minutes of a pupil's review as a Word document; the newest with a meeting, or the one with that key
letter         letters of a review, a page for each person: invitation, advice, papers, report; chase (what the authority owes)
               or chase-advice. Nobody with a contact restriction is written to from here
provision-map  the costed provision map as an Excel workbook: the whole school, a year group, a pupil or a level.
               --sheets takes some of pupils, timetable, delivery, impact, scenario with commas between them, all (as without it)
               or none; scenario has a sheet for each what if that is still thought through;
               --costed the pupils with a costed map of their own, by UPN with commas between them, or all
import         stores a CSV export or CTF, and says row by row what became of it; exit 1 if any row was refused
copy           everything that a school's lists and libraries hold, as one .zip; --versions takes earlier versions too
restore        brings such a copy in, record by record; what is there is never written over; exit 1 unless all is equal.
               A --data folder that holds nothing begins with an empty school
subject-access one pupil's whole record as Word, Excel and JSON, by what was decided on the pupil's open request; exit 1
               and a list of what is still to be looked at while anything is undecided
reconcile      what differs between our records, the MIS export and the authority's list of EHC plans (CSV or .xlsx), with
               a fix proposed for each, as JSON; without --ours the embedded school is ours. --today 2026-11-22 compares
               as on that day; exit 1 and a list of them if a row could not be read
clock          the dates of reviews from {meeting, noticeSent, dob, basis}, as JSON; --limits takes an authority’s tighter
               limits, {rule, days, from, source} each, with rule one of inviteBy, circulateBy, reportBy, decisionBy,
               targetMeeting; a looser one than the law’s is refused
cost           the cost of provision from {ratePence, sessionsPerWeek, minutes, prepMinutes, weeks, groupSize,
               resourcesPence}, as JSON; a case may also have externalPence, and charge (share or full). --rulebook adds
               what an authority counts of each, under an example (Westmoor, Harrowdale, Saltford) or a file that School,
               Costing rules saved; then a case may also have role, kind (ta, teacher, external, equipment or
               supervision), outcome and counts (true or false), and pupil: cases of one pupil are counted together
dpia           what a data protection officer needs for an assessment, as a Word document to fill in: data map, lawful
               basis, retention, who sees what, permissions, risks

  --school ID   oakfield or northmoor (minutes, letter and provision-map of a pupil look in both without it; else oakfield)
  --data DIR    where the embedded school is kept (.goldthread/school); filled first when it is empty
  --as PERSONA  senco, head, teacher, ta, governor, director or it (senco)`
