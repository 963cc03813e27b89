import { pictureErrors } from './picture-errors';

/** What happened, in one sentence, and the one best next step. Whether a unit was spent stands beside it. */
export const errors = {
  invalid_input: {
    title: 'Some fields need mending',
    happened: 'Nothing was sent.',
    next: 'Mend the marked fields and send again.',
  },
  no_credential: {
    title: 'No key for this account yet',
    happened: 'The request needs a key and none is stored. Nothing was sent.',
    next: 'Enter the key, then send again. What you typed stays here.',
  },
  key_elsewhere: {
    title: 'The key belongs to another server',
    happened: 'It was entered for {{own}} and isn’t sent to {{other}}. Nothing was sent.',
    next: 'Enter the key for {{other}}, or give the account its former address back.',
  },
  key_unbound: {
    title: 'Unknown which server the key is for',
    happened: 'An older version stored it without its server, so it isn’t sent to {{other}}. Nothing was sent.',
    next: 'Enter the key again, or save the account under Accounts: Plantain then asks whether the key belongs there.',
  },
  file_missing: {
    title: 'The file is gone',
    happened: 'Plantain’s copy of the file can’t be found any more.',
    next: 'Choose the file again.',
  },
  file_damaged: {
    title: 'The file has been damaged',
    happened: 'Plantain’s copy of the file is no longer what was stored: its content has changed on the disk.',
    next: 'If it is a result, fetch it again from the server. If it was your own file, choose it again.',
  },
  file_unreadable: {
    title: 'The file can’t be read',
    happened: '{{name}} is there, but the system doesn’t let Plantain read it.',
    next: 'Check its permissions, or copy it to another folder and choose the copy.',
  },
  file_empty: {
    title: 'The file is empty',
    happened: 'It has no content at all (0 bytes).',
    next: 'Choose another file, or save it once more where it came from.',
  },
  file_too_large: {
    title: 'The file is too large',
    happened: 'It has {{megabytes}} MB; the limit is {{limit}} MB.',
    next: 'Export fewer pages, or raise the limit in Settings.',
  },
  not_a_pdf: {
    title: 'This is not a PDF',
    happened: 'The file doesn’t begin as a PDF does, whatever its name says.',
    next: 'Choose a PDF. For a Word or LaTeX file, export it as PDF first.',
  },
  pdf_encrypted: {
    title: 'The PDF is locked with a password',
    happened: 'Its pages can’t be read without the password, here or on the server.',
    next: 'Save a copy without password, then drop that one.',
  },
  pdf_damaged: {
    title: 'The PDF is damaged',
    happened: 'Its pages can’t be read.',
    next: 'Open it in a PDF reader and save it again, or download it once more.',
  },
  not_an_image: {
    title: 'This is not a picture that works here',
    happened: 'The file is neither PNG, JPEG nor WebP, whatever its name says.',
    next: 'Choose a picture, or export this one as PNG first.',
  },
  not_text: {
    title: 'This is not a text file',
    happened: 'The file holds something else than text.',
    next: 'Save the table as CSV, TSV or JSON, then choose that file.',
  },
  ...pictureErrors,
  unauthorized: {
    title: 'The server doesn’t accept the key',
    happened: 'It answered 401: the key is missing, mistyped or deleted.',
    next: 'Enter the key again, or ask your admin for a new one.',
  },
  key_disabled: {
    title: 'The key is switched off',
    happened: 'The server knows the key, but an admin has disabled it.',
    next: 'Ask your admin to enable it. Plantain goes on by itself then.',
  },
  quota_exhausted: {
    title: 'The key’s quota is used up',
    happened: 'The server takes no more work for this key, and may also refuse to hand over results.',
    next: 'Ask your admin for more units. Finished results are collected by themselves then.',
  },
  out_of_funds: {
    title: 'The account is out of funds',
    happened: 'The server answered 402. Nothing was drawn.',
    next: 'Top the account up, then send again.',
  },
  forbidden_by_server: {
    title: 'The key may not do this',
    happened: 'The server answered 403.',
    next: 'Use another key, or ask your admin to allow it.',
  },
  not_found: {
    title: 'The server doesn’t have that',
    happened: 'It answered 404.',
    next: 'Check the id and the server’s address.',
  },
  not_offered: {
    title: 'This server doesn’t offer that',
    happened: 'It is up, and says that it has no such address. Nothing was done.',
    next: 'Use a server that offers it, or check the address of this one.',
  },
  forgotten: {
    title: 'The server has forgotten this job',
    happened: 'It had accepted it, but no longer knows it. Servers forget their tasks when they are restarted.',
    next: 'Ask your admin whether the history still has the result, or draw it again for another unit.',
  },
  link_expired: {
    title: 'The result’s address has run out',
    happened: 'The result is there, but the address given for it no longer works.',
    next: 'Nothing to do: a fresh address is asked for by itself.',
  },
  invalid_fields: {
    title: 'The server refused some fields',
    happened: 'They are marked below. Nothing was drawn.',
    next: 'Mend the marked fields and send again.',
  },
  refused: {
    title: 'The server refused the request',
    happened: 'It gave this reason.',
    next: 'Change the request accordingly and send again.',
  },
  rate_limited: {
    title: 'Too many requests for the moment',
    happened: 'The server asks for a pause (429).',
    next: 'Wait a little, then send again.',
  },
  server_error: {
    title: 'The server stumbled',
    happened: 'It answered {{status}}, an error of its own.',
    next: 'Wait a minute, then try again.',
  },
  gateway_page: {
    title: 'Something in front of the server answered',
    happened: 'A web page came instead of an answer ({{status}}), as proxies and CDNs send while the server is away.',
    next: 'Wait a minute, then try again. If it stays, check the server’s address.',
  },
  bad_answer: {
    title: 'The answer makes no sense',
    happened: 'The server said yes, but its answer isn’t what the documentation promises.',
    next: 'Look at the raw answer. Check that the address is that of the right server.',
  },
  answer_too_large: {
    title: 'The answer is too large',
    happened: 'It went past the limit and was cut off.',
    next: 'Look at the request’s details, and tell the server’s admin.',
  },
  incomplete: {
    title: 'The file came incomplete',
    happened: 'The server’s answer ended before the file did, or what came can’t be painted.',
    next: 'Plantain asks again by itself, a few times. What came in the end is kept, and can be saved or fetched again.',
  },
  job_failed: {
    title: 'The server couldn’t draw it',
    happened: 'The job ended in an error on the server. The unit isn’t given back.',
    next: 'Change the input or simplify it, then draw again.',
  },
  unknown_status: {
    title: 'The server says: “{{word}}”',
    happened: 'Plantain doesn’t know this word for the state of a job, so it can’t tell whether that is an end.',
    next: 'Nothing to do: it is asked again, ever more rarely. If you know that the job has ended, stop asking.',
  },
  no_result: {
    title: 'Done, but without a result so far',
    happened: 'The server says that the job is done (“{{word}}”), and names no result.',
    next: 'Nothing to do: it is asked again, ever more rarely, for the result may still come. Else stop asking.',
  },
  unreachable: {
    title: 'The server can’t be reached',
    happened: 'No connection came about, so nothing was sent.',
    next: 'Check the network, the proxy and the server’s address.',
  },
  timeout: {
    title: 'The server took too long',
    happened: 'No answer came in time.',
    next: 'Try again in a minute.',
  },
  connection_lost: {
    title: 'The connection broke',
    happened: 'It was cut before the whole answer had come.',
    next: 'Try again.',
  },
  uncertain: {
    title: 'May have been accepted',
    happened:
      'The request was sent, and no answer came that says what became of it. The server may be drawing this already. It is not sent again by itself.',
    next: 'If you can find its task id (in the answer that came, or in the admin’s history), enter it here. Sending again may cost a second unit.',
  },
  given_up: {
    title: 'You stopped waiting',
    happened:
      'The request had been sent. It may go on at the server, and is billed there all the same. It is not sent again by itself.',
    next: 'If you find its id at the provider, enter it here. Sending again begins, and bills, a second one.',
  },
  not_sent: {
    title: 'It was not sent',
    happened: 'Plantain ended before the request left this computer. Nothing was spent.',
    next: 'Open it as a draft and send it.',
  },
  canceled: {
    title: 'Canceled',
    happened: 'It was stopped before it was done.',
    next: 'Start it again when you like.',
  },
  vault_unavailable: {
    title: 'The keychain doesn’t answer',
    happened: 'The system’s keychain is locked or missing.',
    next: 'Unlock it and try again, or keep the key for this session only.',
  },
  disk_full: {
    title: 'The disk is full',
    happened: 'The file couldn’t be written. The result is still on the server.',
    next: 'Make room. Plantain tries again by itself.',
  },
  disk_error: {
    title: 'The file can’t be read or written',
    happened: 'The system refused it.',
    next: 'Check the folder’s permissions and try again.',
  },
  save_forbidden: {
    title: 'The file can’t be saved there',
    happened:
      'The system doesn’t let Plantain write {{name}} into {{folder}}: the folder is read-only, belongs to somebody else, or the file is open in another program.',
    next: 'Choose another folder.',
  },
  save_no_folder: {
    title: 'The folder isn’t there',
    happened: '{{folder}} is gone or is no folder, so {{name}} wasn’t written.',
    next: 'Choose another folder.',
  },
  save_bad_name: {
    title: 'The name doesn’t work there',
    happened: '{{folder}} doesn’t take a file named {{name}}: the name is too long, not allowed, or taken by a folder.',
    next: 'Choose a shorter name, or another one.',
  },
  save_no_room: {
    title: 'No room left for the file',
    happened: 'The disk is too full to write {{name}} into {{folder}}. Nothing half-written is left behind.',
    next: 'Make room, or choose another disk.',
  },
  clipboard_refused: {
    title: 'The picture can’t be copied',
    happened: 'The system’s clipboard doesn’t take it.',
    next: 'Save it as a file instead.',
  },
  history_too_new: {
    title: 'The history is from a newer Plantain',
    happened: 'A later version has written the history, and this one can’t read it. Nothing in it was touched.',
    next: 'Open it with that version, or update this one.',
  },
  worker_failed: {
    title: 'The image worker stopped',
    happened: 'The part that reads PDFs and pictures ended unexpectedly and was started again.',
    next: 'Try again. If it stays, the file may be damaged.',
  },
  listen_failed: {
    title: 'The listener can’t start',
    happened: 'The system gives no listener this address and port.',
    next: 'Choose another port, for a program may use this one, or an address of this computer.',
  },
  forbidden: { title: 'Not allowed', happened: 'This window may not ask for that.', next: 'Restart Plantain.' },
  unknown_operation: {
    title: 'Unknown operation',
    happened: 'The window asked for something that this version doesn’t know.',
    next: 'Restart Plantain.',
  },
  internal: {
    title: 'Something went wrong in Plantain',
    happened: 'This should not have happened. The log has the details.',
    next: 'Try again. If it stays, report it with the log (Help > Show log).',
  },
} as const;
