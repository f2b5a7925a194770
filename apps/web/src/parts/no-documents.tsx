import './no-documents.css';

/** What to do when Portolan has read nothing yet. */
export function NoDocuments() {
  return (
    <section className="no-documents card">
      <h2>No documents yet</h2>
      <p className="soft">
        Portolan draws this chart from the AsyncAPI documents of your services. Show it a folder that holds some:
      </p>
      <pre className="no-documents-command">
        <code>portolan up ./specs</code>
      </pre>
      <p className="soft">Or write a first document, ready to be changed into yours:</p>
      <pre className="no-documents-command">
        <code>portolan init</code>
      </pre>
      <p className="faint">This page fills itself as soon as a document is saved.</p>
    </section>
  );
}
