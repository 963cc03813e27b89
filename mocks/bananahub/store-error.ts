import { HttpResponse } from 'msw';

const MESSAGES: Record<string, string> = {
  NoSuchKey: 'The specified key does not exist.',
  SignatureDoesNotMatch: 'The request signature we calculated does not match the signature you provided.',
  AccessDenied: 'Access Denied',
  Expired: 'Request has expired',
};

/** The errors of the store that holds the pictures: XML, as such stores write it. */
export function storeError(code: string, status = code === 'NoSuchKey' ? 404 : 403): Response {
  const spelled = code === 'Expired' ? 'AccessDenied' : code;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${spelled}</Code><Message>${MESSAGES[code] ?? code}</Message></Error>`;
  return new HttpResponse(xml, { status, headers: { 'content-type': 'application/xml' } });
}
