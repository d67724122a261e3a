#pragma once
#include "tests/support/program.h"
#include "tests/support/serverprocess.h"

#include <QRegularExpression>

namespace gb::test {

/// `gbscope-cli ask`, or `play`, which says on standard error where it listens. Gone with this object.
class Asker
{
public:
    ~Asker()
    {
        m_process.kill();
        m_process.waitForFinished(ServerProcess::patience);
    }

    /// Returns when it listens. False: it does not.
    bool start(const QStringList &question, const QStringList &more)
    {
        static const QRegularExpression where(QStringLiteral("Listening on 127\\.0\\.0\\.1:(\\d+)"));
        m_process.setReadChannel(QProcess::StandardError);
        m_process.start(QStringLiteral(GBSCOPE_CLI),
            QStringList{command} + question
                + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                    QStringLiteral("--password"), QStringLiteral("12345678")}
                + more);
        QRegularExpressionMatch said;
        while (!(said = where.match(QString::fromUtf8(m_said))).hasMatch()) {
            if (!m_process.waitForReadyRead(ServerProcess::patience))
                return false;
            m_said += m_process.readAllStandardError();
        }
        port = static_cast<quint16>(said.captured(1).toUInt());
        return true;
    }
    /// How it ended, within so many milliseconds; its answers are known then.
    Run finish(int patience = ServerProcess::patience)
    {
        Run run;
        if (m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patience))
            run.status = m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
        run.out = m_process.readAllStandardOutput();
        run.err = m_said + m_process.readAllStandardError();
        return run;
    }

    QString command = QStringLiteral("ask");
    quint16 port = 0; ///< to listen on, 0 for a free one; then where it listens

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace gb::test
