// A camera whose SIP is written by npm's sip (kirm/sip.js), which the GB/T 28181 servers in Node use. Its way: bodies
// without an XML declaration; all pages of a catalogue at once; Result in lower-case letters; a Response to a PTZ
// command, which asks for none.
// Usage: node npm_sip_camera.js ID PASSWORD OWN-ADDRESS:PORT SERVER-ADDRESS:PORT udp|tcp
'use strict';
const sip = require('sip');
const digest = require('sip/digest');

const [id, password, own, server, transport] = process.argv.slice(2);
const domain = '3402000000', platform = '34020000002000000001';
const [address, port] = own.split(':');
setTimeout(() => process.exit(1), 120000); // whoever started this may be gone

const random = () => Math.random().toString(36).slice(2);
let cseq = 1;
function request(method, to, headers, content) {
  const usual = {
    to: {uri: `sip:${to}@${domain}`},
    from: {uri: `sip:${id}@${domain}`, params: {tag: random()}},
    'call-id': random(),
    cseq: {method, seq: cseq++},
    contact: [{uri: `sip:${id}@${own}`}],
    'max-forwards': 70
  };
  const uri = `sip:${platform}@${server}` + (transport === 'tcp' ? ';transport=tcp' : '');
  return {method, uri, version: '2.0', headers: Object.assign(usual, headers), content: content || ''};
}

function message(root, type, sn, about, more) {
  const content = `<${root}>\n<CmdType>${type}</CmdType>\n<SN>${sn}</SN>\n<DeviceID>${about}</DeviceID>\n${more}\n</${root}>\n`;
  sip.send(request('MESSAGE', platform, {'content-type': 'Application/MANSCDP+xml'}, content),
    response => console.log('answered', response.status));
}

function catalog(sn, about) {
  const items = [1, 2, 3, 4, 5].map(n => `<Item>\n<DeviceID>3402000000131000000${n}</DeviceID>\n<Name>Camera-${n}</Name>\n` +
    '<Manufacturer>npm</Manufacturer>\n<Model>sip</Model>\n<CivilCode>340200</CivilCode>\n<Address>Address</Address>\n' +
    `<Parental>0</Parental>\n<ParentID>${id}</ParentID>\n<RegisterWay>1</RegisterWay>\n<Secrecy>0</Secrecy>\n` +
    '<Status>ON</Status>\n</Item>');
  for (let at = 0; at < items.length; at += 2) {
    const page = items.slice(at, at + 2);
    message('Response', 'Catalog', sn, about,
      `<SumNum>${items.length}</SumNum>\n<DeviceList Num="${page.length}">\n${page.join('\n')}\n</DeviceList>`);
  }
}

const beijing = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 19);
const answers = {
  Catalog: catalog,
  DeviceInfo: (sn, about) => message('Response', 'DeviceInfo', sn, about,
    '<Result>ok</Result>\n<DeviceName>Node camera</DeviceName>\n<Manufacturer>npm</Manufacturer>\n<Model>sip</Model>\n' +
    '<Firmware>0.0.6</Firmware>\n<Channel>5</Channel>'),
  DeviceStatus: (sn, about) => message('Response', 'DeviceStatus', sn, about,
    '<Result>ok</Result>\n<Online>ONLINE</Online>\n<Status>ok</Status>\n<Encode>ON</Encode>\n<Record>ON</Record>\n' +
    `<DeviceTime>${beijing()}</DeviceTime>`),
  DeviceControl: (sn, about, text) => {
    const code = /<PTZCmd>([0-9A-F]{16})<\/PTZCmd>/.exec(text);
    if (code)
      console.log('ptz', code[1], Buffer.from(code[1], 'hex').join(' '));
    message('Response', 'DeviceControl', sn, about, '<Result>ok</Result>');
  }
};

const part = (text, name) => (new RegExp(`<${name}>(\\w+)</${name}>`).exec(text) || [])[1];
sip.start({address, port: +port, publicAddress: address, udp: true, tcp: true}, rq => {
  sip.send(sip.makeResponse(rq, rq.method === 'MESSAGE' ? 200 : 405));
  const type = part(rq.content, 'CmdType');
  if (rq.method !== 'MESSAGE' || !Object.hasOwn(answers, type))
    return;
  console.log('asked', type, part(rq.content, 'DeviceID'));
  answers[type](part(rq.content, 'SN'), part(rq.content, 'DeviceID'), rq.content);
});

const register = request('REGISTER', id, {expires: 3600});
sip.send(register, challenge => {
  if (challenge.status !== 401)
    return console.log('refused', challenge.status);
  digest.signRequest({}, register, challenge, {user: id, password});
  register.headers.cseq.seq = cseq++;
  register.headers.via = [];
  sip.send(register, response => {
    if (response.status !== 200)
      return console.log('refused', response.status);
    console.log('registered');
    message('Notify', 'Keepalive', 1, id, '<Status>OK</Status>');
  });
});
