// SPDX-License-Identifier: MIT
// JSON-LD and N-Quads of one graph must be valid for a standard processor and hold the same quads;
// a quad store must answer what a reader would ask.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { NQuads } from 'rdf-canonize';
import { Store } from 'oxigraph';

const prefixes = `
  PREFIX act: <https://w3id.org/actant/ns#>
  PREFIX prov: <http://www.w3.org/ns/prov#>
  PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
  PREFIX schema: <https://schema.org/>
  PREFIX verb: <https://w3id.org/actant/verb/>
`;

function offline(url) {
  throw new Error(`the document needs ${url}`);
}

const lines = (quads) => new Set(NQuads.serialize(quads).split('\n').filter((line) => line));

async function sameQuads(folder, name) {
  const text = readFileSync(`${folder}/${name}.jsonld`, 'utf8');
  const options = { safe: true, documentLoader: offline };
  const linked = lines(await jsonld.toRDF(JSON.parse(text), options));
  const written = lines(NQuads.parse(readFileSync(`${folder}/${name}.nq`, 'utf8')));
  for (const line of written) assert(linked.has(line), `${name}: only in N-Quads: ${line}`);
  for (const line of linked) assert(written.has(line), `${name}: only in JSON-LD: ${line}`);
  return linked.size;
}

function load(folder, name, extension, format) {
  const store = new Store();
  store.load(readFileSync(`${folder}/${name}.${extension}`), { format });
  return store;
}

function ask(store, query) {
  return store.query(prefixes + query, { use_default_graph_as_union: true });
}

function rows(store, query) {
  return ask(store, query).map((row) =>
    Object.fromEntries([...row].map(([variable, term]) => [variable, term.value])));
}

function whoGuardsWhat(store) {
  return rows(store, `SELECT ?who ?what ?source ?begin ?modality WHERE { GRAPH ?article {
    ?claim act:lemma "guard" ; rdf:subject/schema:name ?who ; rdf:object/schema:name ?what ;
           prov:wasAttributedTo ?speaker ; prov:wasDerivedFrom ?passage ; act:modality ?modality .
    ?speaker schema:name ?source .
    ?passage <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex> ?begin .
  } }`);
}

function checkAnswers(store) {
  assert.deepEqual(whoGuardsWhat(store), [
    { who: 'the observers', what: 'bridges over the river', source: 'Ada Berg', begin: '10',
      modality: 'https://w3id.org/actant/ns#future' }]);
  const denied = 'act:lemma "participate" ; act:polarity act:negative';
  assert.equal(rows(store, `SELECT * WHERE { ?claim ${denied} }`).length, 1);
  assert.equal(ask(store, 'ASK { ?who verb:participate ?what }'), false, 'a denied claim leaks');
  assert.equal(ask(store, 'ASK { ?who verb:guard ?what }'), false, 'a planned claim leaks');
  assert.equal(ask(store, 'ASK { ?who verb:request ?whom }'), true);
  assert.equal(ask(store, `ASK { ?country schema:memberOf <https://example.org/alliance> }`), true);
  const sent = 'GRAPH ?article { ?claim act:lemma "send" ; act:confidence ?confidence }';
  assert.deepEqual(rows(store, `SELECT ?confidence WHERE { ${sent} } ORDER BY ?confidence`),
    [{ confidence: '0.75' }, { confidence: '0.9' }], 'each article with its own confidence');
}

export async function check(folder) {
  assert((await sameQuads(folder, 'sample')) > 100);
  assert((await sameQuads(folder, 'hostile')) > 100);
  assert.equal(await sameQuads(folder, 'empty'), 0);
  const fromQuads = load(folder, 'sample', 'nq', 'application/n-quads');
  const fromJson = load(folder, 'sample', 'jsonld', 'application/ld+json');
  assert.equal(fromQuads.size, fromJson.size);
  checkAnswers(fromQuads);
  checkAnswers(fromJson);
  assert(load(folder, 'hostile', 'nq', 'application/n-quads').size > 100);
  console.log(`${fromQuads.size} quads, all as they should be`);
}
