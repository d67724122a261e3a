#pragma once
#include <QFile>
#include <QtTest>

namespace gb::test {

inline QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<cannot be read>");
}

/// A new file.
inline void write(const QString &name, const QByteArray &octets)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly));
    QCOMPARE(file.write(octets), octets.size());
}

} // namespace gb::test
