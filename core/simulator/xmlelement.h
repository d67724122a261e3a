#pragma once
#include "core/message/charset.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gb {

/// An element of a MANSCDP body (GB/T 28181-2022 annex A): its text, or the elements in it.
struct XmlElement
{
    XmlElement() = default;
    explicit XmlElement(QString elementName, QString elementText = {})
        : name(std::move(elementName))
        , text(std::move(elementText))
    {
    }
    XmlElement(const char *elementName, QString elementText)
        : XmlElement(QString::fromLatin1(elementName), std::move(elementText))
    {
    }
    XmlElement(const char *elementName, const char *elementText)
        : XmlElement(elementName, QString::fromLatin1(elementText))
    {
    }
    XmlElement(const char *elementName, qint64 number)
        : XmlElement(elementName, QString::number(number))
    {
    }
    XmlElement(const char *elementName, int number)
        : XmlElement(elementName, QString::number(number))
    {
    }
    XmlElement(const char *elementName, QList<XmlElement> elements)
        : XmlElement(QString::fromLatin1(elementName))
    {
        children = std::move(elements);
    }

    /// The first of that name; null where there is none.
    const XmlElement *child(QStringView childName) const;
    XmlElement *child(QStringView childName);
    /// Of the first of that name; empty where there is none.
    QString textOf(QStringView childName) const;
    /// Empty where it is no number.
    std::optional<int> intOf(QStringView childName) const;
    std::optional<double> numberOf(QStringView childName) const;
    /// Octets of names and texts, for bounds.
    qsizetype size() const;

    bool operator==(const XmlElement &) const = default;

    QString name, text;
    QList<std::pair<QString, QString>> attributes;
    QList<XmlElement> children;
};

struct XmlLimits
{
    static constexpr qsizetype octets = 64 * 1024;
    static constexpr int nodes = 4000;
    static constexpr int depth = 16;
};

/// The root element. Empty where the body is no well-formed XML, has a DTD or is over one of XmlLimits. Linear.
std::optional<XmlElement> readXml(const QByteArray &body);

/// With the declaration, an element a line, CRLF. `label`: the encoding that the declaration names, whatever the octets
/// are in. Characters that the charset does not have become "?".
QByteArray writeXml(const XmlElement &root, const QByteArray &label, Charset octets);

} // namespace gb
