#include "core/report/redaction.h"
#include "tests/fuzz/harness.h"
#include "tests/support/planted.h"

#include <QCryptographicHash>

namespace gb::fuzz {
namespace {

const QByteArray secret = "q7Wz<&5\xe4\xb8\xad!Lp"; // with what each encoding must escape
const QByteArray inUri = "q7Wz5!Lp", digest = "9f3c1f7a90be4d52866a0db7e1f2c49d";

struct Planted
{
    QByteArray text, secret;
};

/// A secret that its name tells of.
Planted named(std::uint8_t choice)
{
    const QByteArray s = test::escaped(secret);
    const Planted spellings[] = {{"<Password>" + s + "</Password>", secret},
        {"<x:PASSWD\n>\n" + s + "\n</x:PASSWD>", secret}, {"<Password><![CDATA[" + secret + "]]></Password>", secret},
        {"<U Password='" + s + "'/>", secret}, {"<P Name=\"password\" Value=\"" + s + "\"/>", secret},
        {test::escaped("<Password>" + s + "</Password>"), secret},
        {test::asEntities("<Pwd>", true) + test::asEntities(inUri, false), inUri},
        {"{\"password\":\"" + inUri + "\"}", inUri}, {"sip:user:" + inUri + "@192.0.2.1", inUri},
        {"\nk=clear:" + inUri + "\n", inUri}, {"\na=crypto:1 A inline:" + inUri + "|1\n", inUri},
        {"\nX-Password: " + inUri + "\n", inUri}, {"\nX-Auth: Digest response=\"" + digest + "\"\n", digest},
        {"\nAuthorisation: response = " + digest + "\n", digest},
        {"\nAuthentication-Info: rspauth=\"" + digest + "\"\n", digest},
        {"\nAuthorization: Digest a=b;response=" + digest + "\n", digest},
        {"<Password></Foo>" + s + "</Password>", secret}, {"<Password/>" + s + "</Password>", secret},
        {"<Name>Password</Name><Value>" + s + "</Value>", secret}, {"<WifiKey>" + s + "</WifiKey>", secret},
        {"{\"passwords\":[\"a\",\"" + inUri + "\"]}", inUri}, {"{\"password\":{\"value\":\"" + inUri + "\"}}", inUri},
        {"{\"k\":\"password\",\"v\":\"" + inUri + "\"}", inUri}, {"\npassword is " + inUri + "\n", inUri},
        {"\npassword -> " + inUri + "\n", inUri}, {"\nCookie: " + inUri + "\n", inUri},
        {"rtsp://a:" + inUri + "@192.0.2.1/", inUri}, {"\nK=clear:" + inUri + "\n", inUri},
        {"<Password/><Value>" + s + "</Value>", secret}, {"\nadmin:" + inUri + "@192.0.2.1\n", inUri}};
    return spellings[choice % std::size(spellings)];
}

/// A secret that is known, as somebody may write it.
QByteArray written(std::uint8_t choice)
{
    const QByteArray forms[] = {secret, test::escaped(secret),
        test::asEntities("q7Wz", true) + test::escaped(secret.mid(4)), test::asPercent(secret),
        secret.toPercentEncoding(), secret.toHex(), secret.toHex().toUpper(), secret.toBase64(),
        QByteArray("a" + secret).toBase64(), QByteArray("ab" + secret + "c").toBase64(QByteArray::Base64UrlEncoding),
        test::gb18030(secret), test::utf16(secret, false, false), test::utf16(secret, true, true),
        test::escaped(secret).toPercentEncoding(), test::deflated(secret, 31)};
    return forms[choice % std::size(forms)];
}

/// The same as numbers, backwards, hashed, or cut by the end of a line.
QByteArray oddly(std::uint8_t choice)
{
    QByteArrayList numbers;
    for (const char c : secret)
        numbers.append(QByteArray::number(static_cast<uchar>(c)));
    QByteArray backwards(secret);
    std::reverse(backwards.begin(), backwards.end());
    const QByteArray forms[] = {numbers.join(' '), numbers.join(", "), backwards,
        QCryptographicHash::hash(secret, QCryptographicHash::Md5).toHex(),
        QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals),
        QByteArray(secret).insert(4, "\r\n ")};
    return forms[choice % std::size(forms)];
}

/// What is between a message and its text.
QByteArray packed(const QByteArray &text, std::uint8_t choice)
{
    switch (choice % 8) {
    case 1: return test::utf16(text, false, true);
    case 2: return test::utf16(text, true, false);
    case 3: return test::deflated(text, 31);
    case 4: return QByteArray(text + QByteArray(16, '.')).toBase64();
    case 5: return test::asPercent(text);
    case 6: return test::deflated(test::escaped(text), 31);
    case 7: return QByteArray(test::deflated(text, 31)).toBase64();
    default: return text;
    }
}

QByteArray cleaned(const QByteArray &message, const QList<QByteArray> &known)
{
    Redaction redaction(known);
    redaction.learn(message);
    redaction.learned();
    const QByteArray clean = redaction.clean(message);
    require(!redaction.shows(clean), "the stage sees that nothing is left");
    return clean;
}

} // namespace

/// The first two octets choose spelling and packing; all others stand around the secret.
void secrets(std::string_view octets)
{
    constexpr std::size_t most = 2048;
    if (octets.size() < 2)
        return;
    const auto spelling = static_cast<std::uint8_t>(octets[0]), packing = static_cast<std::uint8_t>(octets[1]);
    const QByteArray around = bytes(octets.substr(2, most));
    const QByteArray ahead = around.left(around.size() / 2), behind = around.mid(around.size() / 2);
    const QByteArray head = "MESSAGE sip:s@d SIP/2.0\r\nCSeq: 1 MESSAGE\r\n";

    const Planted planted = named(spelling);
    const QByteArray body = packed('\n' + planted.text + '\n', packing);
    const QByteArray line = QByteArray(ahead).replace('\n', ' ').replace('\r', ' ');
    const QByteArray messages[] = {head + "\r\n" + ahead + '\n' + body + '\n' + behind,
        ahead + '\n' + body + '\n' + behind, head + "Subject: " + line + '\n' + planted.text + "\n\r\n\r\n"};
    for (const QByteArray &message : messages) {
        if (test::shows(around, planted.secret, 1))
            continue;
        const QByteArray clean = cleaned(message, {});
        require(!test::shows(clean, planted.secret, 2), "no secret with a name gets through");
    }
    const QByteArray value = ahead + ' ' + packed(' ' + written(spelling) + ' ', packing) + ' ' + behind;
    const QByteArray known[] = {head + "\r\n" + value, value};
    for (const QByteArray &message : known) {
        const QByteArray clean = cleaned(message, {secret});
        require(!test::shows(clean, secret, 2), "no known secret gets through");
        require(
            clean.size() <= message.size() + 64 * (message.toLower().count("uth") + 1), "nothing grows without need");
    }
    const QByteArray odd = oddly(spelling);
    if (!around.contains(odd))
        require(!cleaned(head + "\r\n" + ahead + ' ' + odd + ' ' + behind, {secret}).contains(odd),
            "no known secret gets through in an odd form");
}

} // namespace gb::fuzz
