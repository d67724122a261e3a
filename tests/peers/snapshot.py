#!/usr/bin/env python3
"""A camera that takes pictures when it is told to, with Python's own http.client: registers, obeys one SnapShotConfig, ends.

snapshot.py PORT WAY: raw, put, form, chunked, keep-alive, expect, refused. Writes the statuses that it got, a line each.
Nothing but the standard library.
"""
import hashlib
import http.client
import re
import socket
import sys
import urllib.parse

ID, SERVER, REALM = "34020000001320000001", "34020000002000000001", "3402000000"
PICTURE = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b08001000200101110"
                        "0ffda0008010100003f00aaffd9")


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


class Camera:
    def __init__(self, port):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.connect(("127.0.0.1", port))
        self.socket.settimeout(20)
        self.here = "127.0.0.1:%d" % self.socket.getsockname()[1]
        self.number = 0

    def send(self, method, body=b"", headers=""):
        self.number += 1
        text = (f"{method} sip:{SERVER}@{REALM} SIP/2.0\r\n"
                f"Via: SIP/2.0/UDP {self.here};rport;branch=z9hG4bK{self.number}\r\n"
                f"From: <sip:{ID}@{REALM}>;tag=c\r\nTo: <sip:{ID if method == 'REGISTER' else SERVER}@{REALM}>\r\n"
                f"Call-ID: c{0 if method == 'REGISTER' else self.number}@camera\r\nCSeq: {self.number} {method}\r\n"
                f"Contact: <sip:{ID}@{self.here}>\r\nMax-Forwards: 70\r\nX-GB-Ver: 3.0\r\n{headers}"
                f"Content-Length: {len(body)}\r\n\r\n")
        self.socket.send(text.encode() + body)

    def heard(self, start):
        """The next message that begins so; any other is passed over."""
        while True:
            text = self.socket.recv(65536)
            if text.startswith(start):
                return text.decode("latin-1")

    def register(self):
        self.send("REGISTER", headers="Expires: 3600\r\n")
        challenge = self.heard(b"SIP/2.0 401")
        nonce = re.search('nonce="([^"]*)"', challenge)[1]
        realm = re.search('realm="([^"]*)"', challenge)[1]
        uri = f"sip:{SERVER}@{REALM}"
        response = md5(md5(f"{ID}:{realm}:12345678") + ":" + nonce + ":" + md5("REGISTER:" + uri))
        self.send("REGISTER", headers=f'Authorization: Digest username="{ID}",realm="{realm}",nonce="{nonce}",'
                  f'uri="{uri}",response="{response}",algorithm=MD5\r\nExpires: 3600\r\n')
        self.heard(b"SIP/2.0 200")

    def answer(self, request):
        lines = [one for one in request.split("\r\n") if re.match("(Via|From|To|Call-ID|CSeq):", one)]
        self.socket.send(("SIP/2.0 200 OK\r\n" + "\r\n".join(lines) + "\r\nContent-Length: 0\r\n\r\n").encode())

    def message(self, root, inside):
        body = f'<?xml version="1.0" encoding="GB18030"?>\r\n<{root}>\r\n{inside}</{root}>\r\n'.encode()
        self.send("MESSAGE", body, "Content-Type: Application/MANSCDP+xml\r\n")
        self.heard(b"SIP/2.0 200")


def upload(host, path, method, body, headers, chunked=False):
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request(method, path, body=body, headers=headers, encode_chunked=chunked)
    status = connection.getresponse().status
    connection.close()
    return status


def form(picture):
    line = "----python"
    return (f'--{line}\r\nContent-Disposition: form-data; name="SessionID"\r\n\r\n%s\r\n--{line}\r\nContent-Disposition: '
            f'form-data; name="file"; filename="%s.jpg"\r\nContent-Type: image/jpeg\r\n\r\n', line, picture)


def uploads(way, host, path, session, file_id):
    """One status after the other."""
    jpeg = {"Content-Type": "image/jpeg"}
    if way == "refused":
        yield upload(host, "/" + "0" * 32, "POST", PICTURE, jpeg)
        yield upload(host, path, "GET", None, {})
        yield upload(host, path, "DELETE", PICTURE, jpeg)
        yield upload(host, path, "POST", b"", {"Content-Length": "11000000"})
        yield upload(host, path, "POST", PICTURE, {"X": "y" * 9000})
        yield upload(host, path, "POST", PICTURE, jpeg)
    elif way == "put":
        yield upload(host, path, "PUT", PICTURE, jpeg)
    elif way == "chunked":
        pieces = (PICTURE[i:i + 7] for i in range(0, len(PICTURE), 7))
        yield upload(host, path, "POST", pieces, {**jpeg, "Transfer-Encoding": "chunked"}, True)
    elif way == "form":
        head, line, picture = form(PICTURE)
        body = (head % (session, file_id)).encode() + picture + f"\r\n--{line}--\r\n".encode()
        yield upload(host, path, "POST", body, {"Content-Type": "multipart/form-data; boundary=" + line})
    elif way == "keep-alive":
        connection = http.client.HTTPConnection(host, timeout=20)
        for _ in range(2):
            connection.request("POST", path, body=PICTURE, headers=jpeg)
            reply = connection.getresponse()
            reply.read()
            yield reply.status
    elif way == "expect":
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.putrequest("POST", path)
        for name, value in {**jpeg, "Content-Length": str(len(PICTURE)), "Expect": "100-continue"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        yield int(connection.sock.recv(4096).split()[1])
        connection.send(PICTURE)
        yield connection.getresponse().status
    else:
        yield upload(host, path, "POST", PICTURE, jpeg)


def main():
    camera = Camera(int(sys.argv[1]))
    camera.register()
    order = camera.heard(b"MESSAGE ")
    camera.answer(order)
    value = {name: re.search(f"<{name}>(.*?)</{name}>", order)[1]
             for name in ("SN", "DeviceID", "UploadURL", "SessionID", "SnapNum")}
    camera.message("Response", f"<CmdType>DeviceConfig</CmdType>\r\n<SN>{value['SN']}</SN>\r\n"
                   f"<DeviceID>{value['DeviceID']}</DeviceID>\r\n<Result>OK</Result>\r\n")
    url = urllib.parse.urlsplit(value["UploadURL"])
    file_ids = [f"{value['DeviceID']}02202603020800000000{i}" for i in range(1, int(value["SnapNum"]) + 1)]
    for status in uploads(sys.argv[2], url.netloc, url.path, value["SessionID"], file_ids[0]):
        print(status, flush=True)
    names = "".join(f"<SnapShotFileID>{one}</SnapShotFileID>\r\n" for one in file_ids)
    camera.message("Notify", "<CmdType>UploadSnapShotFinished</CmdType>\r\n<SN>9</SN>\r\n"
                   f"<DeviceID>{value['DeviceID']}</DeviceID>\r\n<SessionID>{value['SessionID']}</SessionID>\r\n"
                   f"<SnapShotList>\r\n{names}</SnapShotList>\r\n")


main()
