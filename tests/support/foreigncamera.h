#pragma once
#include "tests/support/program.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

namespace gb::test {

/// Whose stack writes the SIP of a camera of tests/peers.
enum class Stack { NetSip, JainSip, NpmSip, Sipp };
inline constexpr Stack allStacks[] = {Stack::NetSip, Stack::JainSip, Stack::NpmSip, Stack::Sipp};
inline constexpr const char *stackNames[] = {"Net::SIP", "JAIN-SIP", "npm sip", "SIPp"};

/// Of UDP and TCP, at this moment. 0: there is none.
inline quint16 freePort(const QString &address)
{
    for (int tries = 0; tries < 100; ++tries) {
        QTcpServer server;
        QUdpSocket socket;
        if (server.listen(QHostAddress(address)) && socket.bind(QHostAddress(address), server.serverPort()))
            return server.serverPort();
    }
    return 0;
}

/// A camera of tests/peers. It tells what happens, a line each: "registered", "refused ...", "asked COMMAND ID", "ptz
/// CODE
/// ...". Reads them as they come; waits for lines, never for a time. Whatever it does, it is gone with this object.
class ForeignCamera
{
public:
    static constexpr int patience = 60'000; ///< ms until something that must come is missed; Java is slow to start
    static constexpr int soon = 10'000;     ///< the same, where it has happened already

    explicit ForeignCamera(Stack whose)
        : m_stack(whose)
    {
    }
    ~ForeignCamera()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }

    static QString idOf(Stack stack)
    {
        return QStringLiteral("3402000000132000001%1").arg(static_cast<int>(stack) + 1);
    }
    /// Of Debian 12, that have it; none: Debian has it not.
    static QStringList packages(Stack stack);
    /// What must be installed to have it, as a sentence; empty: nothing.
    static QString missing(Stack stack);
    /// Makes ready what all cameras of that stack need. Once, and where nothing is missing. False: it cannot be made.
    static bool prepare(Stack stack, const QString &folder);

    /// In a folder that prepare() had.
    void start(const QString &folder, quint16 server, const QString &transport, const QString &password);
    bool waitFor(const QByteArray &start, int most = patience);
    QByteArray text() const { return '\n' + m_lines.join('\n'); }

private:
    static QProcessEnvironment environment();
    static QStringList jars();
    void startSipp(quint16 server, quint16 port, const QString &transport, const QString &password);
    QString address() const { return QStringLiteral("127.0.0.%1").arg(static_cast<int>(m_stack) + 2); }

    const Stack m_stack;
    QProcess m_process;
    QByteArrayList m_lines;
};

inline QStringList ForeignCamera::jars()
{
    return {QStringLiteral("/usr/share/java/nist-sip-aosp.jar"), QStringLiteral("/usr/share/java/sip-api-1.2.jar")};
}

/// Where Node finds the module.
inline QProcessEnvironment ForeignCamera::environment()
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    const QString name = QStringLiteral("NODE_PATH"), ours = QStringLiteral(GBSCOPE_NODE_MODULES);
    all.insert(name, all.contains(name) ? all.value(name) + u':' + ours : ours);
    return all;
}

inline QStringList ForeignCamera::packages(Stack stack)
{
    switch (stack) {
    case Stack::NetSip: return {QStringLiteral("libnet-sip-perl"), QStringLiteral("netbase")};
    case Stack::JainSip:
        return {QStringLiteral("default-jdk-headless"), QStringLiteral("libnist-sip-aosp-java"),
            QStringLiteral("libsip-api-java")};
    case Stack::NpmSip: return {};
    case Stack::Sipp: break;
    }
    return {QStringLiteral("sip-tester")};
}

inline QString ForeignCamera::missing(Stack stack)
{
    const QString install = QStringLiteral("apt install ") + packages(stack).join(u' ');
    const auto isThere = [](const char *program) {
        return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
    };
    const auto works = [](const char *program, const QStringList &arguments) {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QLatin1String(program), arguments);
        return process.waitForFinished(patience) && process.exitCode() == 0;
    };
    switch (stack) {
    case Stack::NetSip:
        return isThere("perl")
                && works("perl",
                    {QStringLiteral("-MNet::SIP"), QStringLiteral("-e"), QStringLiteral("exit !getprotobyname('udp')")})
            ? QString()
            : install;
    case Stack::JainSip:
        return isThere("java") && isThere("javac") && QFileInfo::exists(jars()[0]) && QFileInfo::exists(jars()[1])
            ? QString()
            : install;
    case Stack::NpmSip:
        return isThere("node") && works("node", {QStringLiteral("-e"), QStringLiteral("require('sip')")})
            ? QString()
            : QStringLiteral("apt install nodejs npm, then npm install --prefix build/peers sip@0.0.6");
    case Stack::Sipp: break;
    }
    return isThere("sipp") ? QString() : install;
}

inline bool ForeignCamera::prepare(Stack stack, const QString &folder)
{
    if (stack != Stack::JainSip)
        return true;
    QProcess compiler;
    compiler.setProcessChannelMode(QProcess::ForwardedChannels);
    compiler.start(QStringLiteral("javac"),
        {QStringLiteral("-encoding"), QStringLiteral("UTF-8"), QStringLiteral("-cp"), jars().join(u':'),
            QStringLiteral("-d"), folder, QStringLiteral(GBSCOPE_PEERS "/JainSipCamera.java")});
    return compiler.waitForFinished(patience) && compiler.exitCode() == 0;
}

inline void ForeignCamera::start(
    const QString &folder, quint16 server, const QString &transport, const QString &password)
{
    const quint16 port = freePort(address());
    m_process.setWorkingDirectory(folder);
    m_process.setProcessEnvironment(environment());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    const QStringList arguments{idOf(m_stack), password, QStringLiteral("%1:%2").arg(address()).arg(port),
        QStringLiteral("127.0.0.1:%1").arg(server), transport};
    switch (m_stack) {
    case Stack::NetSip:
        m_process.start(
            QStringLiteral("perl"), QStringList{QStringLiteral(GBSCOPE_PEERS "/netsip_camera.pl")} + arguments);
        break;
    case Stack::JainSip:
        m_process.start(QStringLiteral("java"),
            QStringList{QStringLiteral("-XX:TieredStopAtLevel=1"), QStringLiteral("-Xmx64m"), QStringLiteral("-cp"),
                folder + u':' + jars().join(u':'), QStringLiteral("JainSipCamera")}
                + arguments);
        break;
    case Stack::NpmSip:
        m_process.start(
            QStringLiteral("node"), QStringList{QStringLiteral(GBSCOPE_PEERS "/npm_sip_camera.js")} + arguments);
        break;
    case Stack::Sipp: startSipp(server, port, transport, password); break;
    }
}

/// Its standard output is a screen.
inline void ForeignCamera::startSipp(quint16 server, quint16 port, const QString &transport, const QString &password)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setReadChannel(QProcess::StandardError);
    m_process.start(QStringLiteral("sipp"),
        {QStringLiteral("127.0.0.1:%1").arg(server), QStringLiteral("-sf"),
            QStringLiteral(GBSCOPE_PEERS "/sipp_camera.xml"), QStringLiteral("-oocsf"),
            QStringLiteral(GBSCOPE_PEERS "/sipp_answers.xml"), QStringLiteral("-key"), QStringLiteral("id"),
            idOf(m_stack), QStringLiteral("-au"), idOf(m_stack), QStringLiteral("-ap"), password, QStringLiteral("-i"),
            address(), QStringLiteral("-p"), QString::number(port), QStringLiteral("-t"),
            transport == u"tcp" ? QStringLiteral("t1") : QStringLiteral("u1"), QStringLiteral("-m"),
            QStringLiteral("1"), QStringLiteral("-nostdin"), QStringLiteral("-trace_logs"), QStringLiteral("-log_file"),
            QStringLiteral("/dev/stderr")});
}

/// From here on; what it told before counts no more.
inline bool ForeignCamera::waitFor(const QByteArray &start, int most)
{
    for (;;) {
        while (m_process.canReadLine()) {
            m_lines.append(m_process.readLine().trimmed());
            if (m_lines.constLast().startsWith(start))
                return true;
        }
        if (!m_process.waitForReadyRead(most))
            return false;
    }
}

} // namespace gb::test
